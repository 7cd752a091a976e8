using Konon.Ledger;
using Konon.Stories;
using Konon.Stories.Series;

namespace Konon.Views;

/// <summary>
/// The figures that their own source took back or replaced, and the reports that still carry them: one section a figure, one row a place
/// where it stands and one for the words that end it. Fields are those of <see cref="ConflictsView"/>.
/// </summary>
public static class CorrectionsView
{
    /// <summary>The corrections.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The reader's language, for what a person reads.</param>
    public static IReadOnlyList<ViewSection> Of(Story story, UiWords words)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(words);
        return [.. story.Corrections.GroupBy(stale => stale.Point).Select(same => Section([.. same], words))];
    }

    /// <summary>Why and when, in a person's words: "replaced by its source; published after that".</summary>
    internal static string Standing(StaleCause cause, bool isAfter, UiWords words) =>
        words[cause == StaleCause.Withdrawn ? "correction.withdrawn" : "correction.replaced"]
        + "; " + words[isAfter ? "correction.after" : "correction.before"];

    private static ViewSection Section(IReadOnlyList<StaleFigure> same, UiWords words)
    {
        var (series, by) = (same[0].Series, same[0].By);
        return new ViewSection(
            words["heading.corrections"] + ": " + FiguresView.Title(series, words),
            [new ViewField("kind", same[0].Cause == StaleCause.Withdrawn ? "withdrawn" : "replaced"), new ViewField("name", series.Name)],
            "sides",
            [
                .. same.Select(stale => Row(stale.Point, stale.Telling, 1, Standing(stale.Cause, stale.IsAfter, words), words)),
                Row(series.Points.FirstOrDefault(point => point.Tellings.Contains(by)), by, 2, words["correction.by"], words),
            ]);
    }

    private static ViewRow Row(SeriesPoint? point, PointTelling telling, int side, string standing, UiWords words)
    {
        var statement = telling.Statement;
        var figure = point?.Figure;
        return new ViewRow(
            [
                new("side", side),
                new("value", figure?.Value),
                new("against", new[] { 3 - side }),
                new("stance", point is null ? null : WireNames.Of(point.Stance)),
                new("said_on", statement?.SaidOn?.ToString()),
                new("first_seen", telling.Report.Article.Published?.Value),
                new("speakers", (point?.Voices ?? []).Select(voice => voice.Name).ToList()),
                new("via", statement?.Via ?? []),
                new("reports", new[] { telling.Report.Number }),
                new("cue", null),
                new("words", telling.Words),
            ],
            [
                figure is null ? "" : words.Figure(figure.Value, figure.Max, figure.Bound, figure.Unit),
                standing,
                BriefLabels.Reports([telling.Report.Number]),
                "“" + telling.Words + "”",
            ]);
    }
}
