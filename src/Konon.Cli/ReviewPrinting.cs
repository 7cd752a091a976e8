using Konon.Ledger.Review;
using Konon.Store.Review;
using Konon.Views;

namespace Konon.Cli;

/// <summary>Says what came of a decision.</summary>
internal static class ReviewPrinting
{
    /// <summary>Prints it; what the program returns.</summary>
    public static int Print(DecisionRequest request, DecisionOutcome outcome, Terminal terminal)
    {
        if (outcome.Made is { } made)
        {
            using var page = terminal.NewPage();
            page.WriteLine($"{made.Id}  {Line(made)}");
            return ExitCode.AllRead;
        }

        if (outcome.Refusal == DecisionRefusal.AlreadySo)
        {
            Say(terminal, $"{request.Target}: it stands so already" + (outcome.Standing is { } same ? ": " + Who(same) : ""));
            return ExitCode.AllRead;
        }

        Say(terminal, $"{request.Target}: {Words(outcome.Refusal!.Value)}");
        if (outcome.Standing is { } standing)
        {
            Say(terminal, $"there: {Who(standing)}");
            Say(terminal, $"you: {DecisionNames.Of(request.Action)}{(request.Field is { } field ? $" {field} {request.Value}" : "")}");
            Say(terminal, $"--seen {standing.Id} decides all the same");
        }

        return outcome.Refusal is DecisionRefusal.BadValue or DecisionRefusal.NoSuchField ? ExitCode.WrongUsage : ExitCode.SomeRefused;
    }

    /// <summary>A decision on one line: "correct stance: asserts → doubts, claim 1f2e…".</summary>
    public static string Line(Decision decision)
    {
        var what = DecisionNames.Of(decision.Action);
        if (decision.Field is { } field) what += $" {field}: {decision.Before ?? "none"} → {decision.Value ?? "none"}";
        else if (decision.Undoes is { } undone) what += $" {decision.Before} {undone}";
        what += $", {DecisionNames.Of(decision.On)} {decision.Target}";
        if (decision.Other is { } other) what += " into " + other;
        if (decision is { Field: null, Undoes: null, Before: { } before }) what += ", was " + before;
        return PlainText.OneLine(what);
    }

    private static string Who(Decision decision) =>
        $"{decision.By}, {DecisionRecord.Time(decision.At)}: {Line(decision)}{(decision.Why is { } why ? $" ({why})" : "")}";

    private static string Words(DecisionRefusal refusal) => refusal switch
    {
        DecisionRefusal.NoSuchTarget => "the ledger has nothing with that id",
        DecisionRefusal.Ambiguous => "more than one id starts so, or more than one is called so",
        DecisionRefusal.NoSuchField => "no such field; one of " + string.Join(", ", ClaimField.All),
        DecisionRefusal.NoSuchPart => "the claim has no such speaker or figure",
        DecisionRefusal.BadValue => "the field cannot have that value",
        DecisionRefusal.NotMerged => "it was not merged with anything",
        _ => "somebody decided otherwise",
    };

    private static void Say(Terminal terminal, string words) => terminal.Error.WriteLine("konon: " + PlainText.OneLine(words));
}
