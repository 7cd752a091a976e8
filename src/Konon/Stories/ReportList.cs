using Konon.Articles;
using Konon.Claims;

namespace Konon.Stories;

/// <summary>Puts readings in order and numbers them.</summary>
internal static class ReportList
{
    /// <summary>The reports by day, whatever the order of the readings; the same bytes twice are one report.</summary>
    public static IReadOnlyList<Report> Of(IEnumerable<Reading> readings)
    {
        var sightings = readings
            .GroupBy(reading => (reading.Article.Sha256, reading.Article.Text))
            .Select(same => same.OrderBy(reading => reading.Article.Input, StringComparer.Ordinal).ToList());
        var reports = sightings.Select(same => new Report
        {
            Number = 0,
            Reading = same[0],
            Inputs = [.. same.Select(reading => reading.Article.Input).Distinct(StringComparer.Ordinal)],
            Day = DayOf(same[0].Article.Published),
            NotBefore = DayOf(same[0].Article.Published) is null ? NotBefore(same[0]) : null,
        });
        var ordered = reports
            .OrderBy(report => report.Place)
            .ThenBy(report => report.Article.Published?.Local ?? DateTime.MaxValue)
            .ThenBy(report => report.Article.Outlet, StringComparer.Ordinal)
            .ThenBy(report => report.Article.Sha256, StringComparer.Ordinal)
            .ThenBy(report => report.Inputs[0], StringComparer.Ordinal);
        return [.. ordered.Select((report, index) => report with { Number = index + 1 })];
    }

    // A year or month alone is no day: it would put the report before everything else of that year.
    private static DateOnly? DayOf(Timestamp? time) =>
        time is { Precision: >= TimePrecision.Day } ? time.Date : null;

    private static DateOnly? NotBefore(Reading reading)
    {
        DateOnly? latest = null;
        foreach (var claim in reading.Claims)
        {
            if (claim.SaidOn is { } said && (latest is null || said.To > latest)) latest = said.To;
        }

        return latest;
    }
}
