using Konon.Claims;
using Konon.Stories.Series;
using Konon.Views;
using Konon.Web.Http;

namespace Konon.Web.Parts;

/// <summary>Says in words what a value of a series is.</summary>
/// <param name="words">The reader's language.</param>
internal readonly struct PointWords(WebWords words)
{
    private const int MostLatest = 4;

    /// <summary>What each source said last, and still says; the newest first.</summary>
    public static IEnumerable<SeriesPoint> Latest(FigureSeries series) => series.Points
        .Where(point => !point.IsFormer && point.WithdrawnBy is null)
        .GroupBy(point => point.Party ?? (point.Voices.Count == 0 ? "" : point.Voices[0].Name), StringComparer.Ordinal)
        .Select(own => own.Last())
        .OrderByDescending(point => point.Number)
        .Take(MostLatest);

    public string Value(SeriesPoint point) => words.Ui.Figure(point.Figure.Value, point.Figure.Max, point.Figure.Bound, point.Figure.Unit);

    public string By(SeriesPoint point) => PlainText.OneLine(
        point.Voices.Count == 0 ? words["chart.report-itself"] : string.Join(", ", point.Voices.Select(voice => voice.Name)));

    public string Day(SeriesPoint point) =>
        (point.First.Report.Day ?? point.First.Report.NotBefore) is { } day ? words.Ui.Day(day, year: true) : words["article.undated"];

    public string How(SeriesPoint point) => string.Join(" · ", new[]
    {
        point.Stance == Stance.Asserts ? null : words.Ui.Stance(point.Stance),
        words["relation." + SeriesNames.Of(point.Relation)],
        point.WithdrawnBy is null ? null : words["chart.withdrawn"],
    }.OfType<string>());

    public string Label(SeriesPoint point) => $"{Value(point)}, {By(point)}, {Day(point)}, {How(point)}";
}
