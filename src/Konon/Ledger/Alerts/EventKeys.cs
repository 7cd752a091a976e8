using System.Globalization;
using Konon.Stories;
using Konon.Stories.Series;

namespace Konon.Ledger.Alerts;

/// <summary>By what a statement or value is known again in a later state of its story.</summary>
/// <remarks>
/// By the place of any of its tellings; and, since a new version of an article tells the same at other places, by the article with the
/// words or the value.
/// </remarks>
internal static class EventKeys
{
    /// <summary>The keys of a statement.</summary>
    public static IEnumerable<string> Of(Statement statement) => statement.Tellings.SelectMany(Of);

    /// <summary>The keys of a value.</summary>
    public static IEnumerable<string> Of(FigureSeries series, SeriesPoint point) => point.Tellings.SelectMany(telling => new[]
    {
        Place(telling.Report, telling.Span.Start),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Article(telling.Report)} {point.Figure.Value} {point.Figure.Max} {series.Key.Unit} {series.Key.Phrase}"),
    });

    /// <summary>What stays of an article when its words change.</summary>
    public static string Article(Report report) => ArticleKey.Of(report.Article).Value;

    private static IEnumerable<string> Of(StatementTelling telling)
    {
        var (report, claim) = telling;
        if (claim.Content.Count > 0) yield return Place(report, claim.Content[0].Start);
        var words = string.Join(' ', claim.Content.Select(part => part.Of(report.Article.Text)));
        var stems = SearchWords.Each(words, report.Article.Language).Select(word => word.Stem);
        yield return $"{Article(report)} {WireNames.Of(claim.Stance)} {string.Join(' ', stems)}";
    }

    private static string Place(Report report, int start) =>
        string.Create(CultureInfo.InvariantCulture, $"{report.Article.Sha256}@{start}");
}
