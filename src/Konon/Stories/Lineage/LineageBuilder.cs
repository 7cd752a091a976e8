using Konon.Claims;

namespace Konon.Stories.Lineage;

/// <summary>Makes the lineage of reports: which copies which, and from how many independent origins they come.</summary>
/// <remarks>
/// Pure: the same readings give the same lineage, in whatever order they come. The work per report is bounded by its own length and
/// <see cref="CopyOptions.MostCandidates"/>; all texts are held at once (for a stream without end use <see cref="CopyFinder"/>).
/// </remarks>
public static class LineageBuilder
{
    /// <summary>Finds the lineage of some reports.</summary>
    /// <param name="readings">The articles with their claims, of one story or of many; the same bytes twice are one report.</param>
    /// <param name="options">The knobs; null for the defaults, which take the readings as one story.</param>
    public static LineageGraph Build(IEnumerable<Reading> readings, LineageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(readings);
        return Build(ReportList.Of(readings), options ?? LineageOptions.Default);
    }

    /// <summary>The same for reports that are numbered already.</summary>
    internal static LineageGraph Build(IReadOnlyList<Report> reports, LineageOptions options)
    {
        ReportText[] texts = [.. reports.Select(report => new ReportText(report.Reading))];
        (texts, var ties) = StockPhrases.Without(texts, TieFinder.Of(texts, options.Copies));
        Credit[] credits = [.. reports.SelectMany((report, place) => CreditFinder.Of(place, report))];
        return new LineageMaker(reports, texts, ties, credits, options).Make();
    }
}
