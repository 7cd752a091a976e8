using Konon.Ledger.Review;
using Konon.Views;
using Konon.Web.Http;
using Konon.Web.Telling;

namespace Konon.Web.Review;

/// <summary>Says in words what was decided.</summary>
internal static class DecisionWords
{
    private const int Longest = 120;

    /// <summary>"correct stance: asserts → doubts".</summary>
    public static string Of(Decision decision, WebWords words)
    {
        var what = Action(DecisionNames.Of(decision.Action), words);
        if (decision.Field is { } field)
        {
            what += $" {RevisionWords.Field(field, words.Ui)}: {Value(decision.Before, words)} → {Value(decision.Value, words)}";
        }

        if (decision.On is DecisionTarget.Speaker or DecisionTarget.Figure or DecisionTarget.Story)
        {
            var kind = words["review.merge." + DecisionNames.Of(decision.On)];
            what += $" ({kind}) {decision.Target}{(decision.Other is { } other ? " → " + other : "")}";
        }

        return Clip.Of(what, Longest * 2);
    }

    /// <summary>An action by its name in files; what is none stays as it was written.</summary>
    public static string Action(string name, WebWords words) =>
        Enum.GetValues<DecisionAction>().Any(action => DecisionNames.Of(action) == name) ? words["action." + name] : Clip.Of(name, Longest);

    private static string Value(string? value, WebWords words) => value is null ? words.Ui["revision.none"] : Clip.Of(value, Longest);
}
