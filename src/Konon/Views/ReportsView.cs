using System.Globalization;
using Konon.Stories;

namespace Konon.Views;

/// <summary>The reports of a story as a listing: what the numbers in brackets stand for.</summary>
public static class ReportsView
{
    /// <summary>One section; none where the story has no reports.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The reader's language, for what a person reads.</param>
    public static IReadOnlyList<ViewSection> Of(Story story, UiWords words)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(words);
        return story.Reports.Count == 0 ? [] : [new ViewSection(words["heading.reports"], [], "reports", [.. story.Reports.Select(report => Row(report, words))])];
    }

    private static ViewRow Row(Report report, UiWords words) => new(
        [
            new("number", report.Number),
            new("outlet", report.Article.Outlet),
            new("title", report.Article.Title),
            new("url", report.Article.Url),
            new("published", report.Article.Published?.Value),
        ],
        [
            "[" + report.Number.ToString(CultureInfo.InvariantCulture) + "]",
            report.Day is { } day ? words.Day(day, year: true) : words["undated"],
            report.Article.Outlet ?? words["unnamed-outlet"],
            report.Article.Title ?? report.Article.Url ?? report.Inputs[0],
        ]);
}
