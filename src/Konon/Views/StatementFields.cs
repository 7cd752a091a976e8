using Konon.Ledger;
using Konon.Stories;

namespace Konon.Views;

/// <summary>What listings say of a statement, the same in each.</summary>
internal static class StatementFields
{
    /// <summary>For programs.</summary>
    public static IReadOnlyList<ViewField> Of(Statement statement) =>
    [
        new("stance", WireNames.Of(statement.Claim.Stance)),
        new("said_on", statement.SaidOn?.ToString()),
        new("first_seen", statement.Report.Article.Published?.Value),
        new("speakers", statement.Voices.Select(voice => voice.Name).ToList()),
        new("via", statement.Via),
        new("reports", statement.Reports.Select(report => report.Number).ToList()),
        new("cue", statement.Claim.Cue?.Of(statement.Report.Article.Text)),
        new("words", statement.Words),
    ];

    /// <summary>The day that a report states, else by that of the report.</summary>
    public static string When(Statement statement, UiWords words) =>
        statement.SaidOn is { } said ? words.Days(said, year: true)
        : statement.Report.Day is { } day ? words.Fill("by", words.Day(day, year: true))
        : words["undated"];

    /// <summary>Who says it.</summary>
    public static string Who(Statement statement, UiWords words) =>
        statement.Voices.Count == 0 ? words["nobody"] : string.Join(", ", statement.Voices.Select(voice => voice.ToString()));
}
