using System.Diagnostics.CodeAnalysis;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Review;

/// <summary>What a form of the review pages asks for, kept as it was filled in, so that nothing is lost where it is refused.</summary>
public sealed record ReviewForm
{
    private const int Longest = 2000;
    private const string Home = "/review";

    /// <summary>The action by its name in files.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing by its name in files.</summary>
    public required string On { get; init; }

    /// <summary>What is decided on.</summary>
    public required string Target { get; init; }

    /// <summary>Of a merge, what it becomes part of.</summary>
    public string? Other { get; init; }

    /// <summary>Of a correction, the field.</summary>
    public string? Field { get; init; }

    /// <summary>Of a correction, the value.</summary>
    public string? Value { get; init; }

    /// <summary>The reason.</summary>
    public string? Why { get; init; }

    /// <summary>The last decision that the page showed.</summary>
    public string? Seen { get; init; }

    /// <summary>Where to go on: a path of this server.</summary>
    public required string Back { get; init; }

    /// <summary>What to look at there; null for the top.</summary>
    public string? Next { get; init; }

    /// <summary>Reads a posted form.</summary>
    public static ReviewForm Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new ReviewForm
        {
            Action = Text("action") ?? "",
            On = Text("on") ?? "claim",
            Target = Text("target") ?? "",
            Other = Text("other"),
            Field = Text("field"),
            Value = Text("value"),
            Why = Text("why"),
            Seen = Text("seen"),
            Back = Local(Text("back")),
            Next = Text("next") is { } next && next.All(char.IsAsciiLetterOrDigit) ? next : null,
        };

        string? Text(string name)
        {
            var value = form[name].ToString().Trim();
            return value.Length == 0 ? null : value.Length > Longest ? value[..Longest] : value;
        }
    }

    /// <summary>A path of this server; the queue for anything else, for a form must not lead to another host.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : Home;

    /// <summary>The same as a wish to decide.</summary>
    /// <returns>False where there is no such action or kind.</returns>
    public bool TryRead(string by, [NotNullWhen(true)] out DecisionRequest? request)
    {
        request = null;
        if (Named<DecisionAction>(Action, DecisionNames.Of) is not { } action) return false;
        if (Named<DecisionTarget>(On, DecisionNames.Of) is not { } on) return false;
        request = new DecisionRequest
        {
            By = by,
            Action = action,
            On = on,
            Target = Target,
            Other = Other,
            Field = Field,
            Value = Value,
            Why = Why,
            Seen = Seen,
        };
        return true;
    }

    /// <summary>The member of that name in files; null where there is none.</summary>
    internal static T? Named<T>(string name, Func<T, string> nameOf)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(one => nameOf(one) == name).Select(one => (T?)one).FirstOrDefault();
}
