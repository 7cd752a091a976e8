using Konon.Articles;
using Konon.Ledger;
using Konon.Stories.Series;
using Konon.Stories;

namespace Konon.Views;

/// <summary>The figures of a story as a listing: one section a series, one row a value by a source.</summary>
public static class FiguresView
{
    /// <summary>The series, and behind them the reports that still carry a figure that no longer stands.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The reader's language, for what a person reads.</param>
    /// <param name="all">Also the series whose values cannot be compared.</param>
    public static IReadOnlyList<ViewSection> Of(Story story, UiWords words, bool all = false)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(words);
        return [.. story.Figures.Where(series => all || series.IsComparable).Select(series => Section(series, story, words))];
    }

    private static ViewSection Section(FigureSeries series, Story story, UiWords words)
    {
        var stale = story.Corrections.Where(correction => correction.Series == series).ToList();
        return new ViewSection(Title(series, words), Key(series), "points", [.. series.Points.Select(point => Row(series, point, stale, words))]);
    }

    /// <summary>What a series is called: what is counted, whose, where, in which scope.</summary>
    internal static string Title(FigureSeries series, UiWords words)
    {
        var key = series.Key;
        var parts = new List<string> { series.Name.Length == 0 ? words["counted.none"] : series.Name };
        if (key.Of is { } of) parts.Add(words.Party(of));
        if (key.Place is { } place) parts.Add(place);
        if (key.Scope != FigureScope.Total) parts.Add(words["scope." + SeriesNames.Of(key.Scope)]);
        return string.Join(" · ", parts);
    }

    /// <summary>What is said of all points of a series.</summary>
    internal static IReadOnlyList<ViewField> Key(FigureSeries series) =>
    [
        new("name", series.Name),
        new("counted", series.Key.Counted),
        new("of", series.Key.Of),
        new("status", series.Key.Status),
        new("place", series.Key.Place),
        new("scope", SeriesNames.Of(series.Key.Scope)),
        new("unit", series.Key.Unit),
        new("comparable", series.IsComparable),
    ];

    /// <summary>One point, with what a person reads of it.</summary>
    internal static ViewRow Row(FigureSeries series, SeriesPoint point, IReadOnlyList<StaleFigure> stale, UiWords words)
    {
        var first = point.First;
        var published = first.Report.Article.Published;
        var carrying = stale.Where(correction => correction.Point == point).Select(correction => correction.Telling.Report.Number).Distinct().ToList();
        return new ViewRow(
            [
                new("number", point.Number),
                new("value", point.Figure.Value),
                new("max", point.Figure.Max),
                new("bound", WireNames.Of(point.Figure.Bound)),
                new("as_of", point.AsOf?.ToString()),
                new("said_on", first.Statement?.SaidOn?.ToString()),
                new("first_seen", published?.Value),
                new("speakers", point.Voices.Select(voice => voice.Name).ToList()),
                new("party", point.Party),
                new("stance", WireNames.Of(point.Stance)),
                new("reports", point.Reports.Select(report => report.Number).ToList()),
                new("relation", SeriesNames.Of(point.Relation)),
                new("to", point.To),
                new("contradicts", point.Contradicts),
                new("former", point.IsFormer),
                new("withdrawn_in", point.WithdrawnBy?.Report.Number),
                new("withdrawn_by", point.WithdrawnBy?.Words),
                new("still_carried_by", carrying),
                new("exact", first.Exact),
                new("words", first.Words),
            ],
            [
                Value(point, words),
                Relation(series, point, words),
                When(point, words),
                point.Voices.Count == 0 ? words["told"] : string.Join(", ", point.Voices.Select(voice => voice.ToString())),
                BriefLabels.Reports([.. point.Reports.Select(report => report.Number)]) + (carrying.Count == 0 ? "" : " " + words.Fill("carried", string.Join(' ', carrying))),
                "“" + first.Words + "”",
            ]);
    }

    // Crossed out where it was taken back; colour and strokes are for views that have them.
    private static string Value(SeriesPoint point, UiWords words)
    {
        var value = words.Figure(point.Figure.Value, point.Figure.Max, point.Figure.Bound, point.Figure.Unit);
        return point.WithdrawnBy is null ? value : "✗ " + value;
    }

    private static string Relation(FigureSeries series, SeriesPoint point, UiWords words)
    {
        var relation = words["relation." + SeriesNames.Of(point.Relation)];
        if (point.WithdrawnBy is not null) relation += ", " + words["withdrawn"];
        if (point.To is not { } to || point.Relation is PointRelation.NotComparable or PointRelation.Repeat) return relation;
        var earlier = series.Points[to - 1].Figure;
        return relation + " " + words.Figure(earlier.Value, earlier.Max, earlier.Bound, earlier.Unit);
    }

    private static string When(SeriesPoint point, UiWords words)
    {
        if (point.AsOf is { } days) return words.Fill("as-of", words.Days(days, year: true));
        if (point.First.Statement?.SaidOn is { } said) return words.Days(said, year: true);
        var report = point.First.Report;
        if (report.Day is not { } day) return words["undated"];
        var clock = report.Article.Published is { Precision: >= TimePrecision.Minute } time
            ? time.Local.ToString(" HH':'mm", System.Globalization.CultureInfo.InvariantCulture)
            : "";
        return words.Fill("by", words.Day(day, year: true) + clock);
    }
}
