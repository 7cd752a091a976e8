using Konon.Articles;

namespace Konon.Stories.Series;

/// <summary>Finds which reports still carry a figure that its own source has taken back or replaced.</summary>
/// <remarks>
/// Of what was taken back, every report that carries it counts, but for those that tell of the correction or were changed since. Of
/// what was only replaced those alone that appeared after it: an early report is not wrong for being early.
/// </remarks>
internal static class StaleFigureFinder
{
    /// <summary>They, in the order of the series, then of the reports.</summary>
    public static IReadOnlyList<StaleFigure> Of(IReadOnlyList<FigureSeries> series) => [.. series.SelectMany(Of)];

    private static IEnumerable<StaleFigure> Of(FigureSeries series)
    {
        var replaced = new Dictionary<int, SeriesPoint>();
        foreach (var point in series.Points)
        {
            if (point is not { Relation: PointRelation.Update, To: { } to, Source: { } source }) continue;
            if (series.Points[to - 1].Source == source) replaced.TryAdd(to, point);
        }

        var latest = new Dictionary<Report, SeriesPoint>();
        foreach (var point in series.Points)
        {
            foreach (var telling in point.Tellings.Where(telling => !telling.IsFormer)) latest[telling.Report] = point;
        }

        // A headline and its article carry one figure.
        var seen = new HashSet<(Report, decimal)>();
        foreach (var point in series.Points)
        {
            var (by, cause) = point.WithdrawnBy is { } words ? (words, StaleCause.Withdrawn)
                : replaced.TryGetValue(point.Number, out var later) ? (later.First, StaleCause.Replaced)
                : point is { Source: null, To: { } to } && replaced.TryGetValue(to, out later) ? (later.First, StaleCause.Replaced)
                : (null, default);
            if (by is null) continue;
            foreach (var stale in Carrying(series, point, by, cause, latest))
            {
                if (seen.Add((stale.Telling.Report, point.Figure.Value))) yield return stale;
            }
        }
    }

    private static IEnumerable<StaleFigure> Carrying(
        FigureSeries series, SeriesPoint point, PointTelling by, StaleCause cause, Dictionary<Report, SeriesPoint> latest)
    {
        foreach (var telling in point.Tellings.DistinctBy(telling => telling.Report))
        {
            // Who gives another value after it, or tells of the correction, knows better.
            if (telling.IsFormer || telling.Report == by.Report || latest[telling.Report].Figure.Value != point.Figure.Value) continue;
            var isAfter = TimeOf(telling.Report).IsAfter(TimeOf(by.Report));
            if (isAfter || (cause == StaleCause.Withdrawn && !IsChangedSince(telling.Report, by.Report)))
                yield return new StaleFigure(series, point, telling, by, cause, isAfter);
        }
    }

    private static bool IsChangedSince(Report report, Report correction) =>
        report.Article.Modified is { Precision: >= TimePrecision.Day } modified && modified.Date > correction.Place;

    private static Moment TimeOf(Report report) => Moment.Of(report, null, null);
}
