using Konon.Claims;
using Konon.Stories;

namespace Konon.Web.Telling;

/// <summary>Which outlet reported when: a row an outlet, a column some days, reports counted in each.</summary>
internal sealed class CoverageBoard
{
    private const int MostColumns = 10;

    private CoverageBoard(IReadOnlyList<DayRange> columns, IReadOnlyList<CoverageRow> rows, int undated)
    {
        Columns = columns;
        Rows = rows;
        Undated = undated;
    }

    /// <summary>The days of each column; none where no report has a day.</summary>
    public IReadOnlyList<DayRange> Columns { get; }

    /// <summary>The outlets, those with most reports first.</summary>
    public IReadOnlyList<CoverageRow> Rows { get; }

    /// <summary>How many reports have no day.</summary>
    public int Undated { get; }

    /// <summary>Makes the board.</summary>
    public static CoverageBoard Of(Story story)
    {
        var days = story.Reports.Select(report => report.Day).OfType<DateOnly>().ToList();
        var columns = DayColumns.Of(days, MostColumns);
        var rows = story.Reports.GroupBy(report => report.Article.Outlet, StringComparer.OrdinalIgnoreCase).Select(own => Row(own, columns));
        return new CoverageBoard(
            columns,
            [.. rows.OrderByDescending(row => row.Reports).ThenBy(row => row.Outlet, StringComparer.Ordinal)],
            story.Reports.Count - days.Count);
    }

    private static CoverageRow Row(IGrouping<string?, Report> own, List<DayRange> columns) =>
        new(own.Key, own.Count(), [.. columns.Select(column => own.Count(report => report.Day >= column.From && report.Day <= column.To))]);
}

/// <summary>An outlet's reports.</summary>
/// <param name="Outlet">The outlet; null where nothing names it.</param>
/// <param name="Reports">How many it has.</param>
/// <param name="Cells">How many in each column.</param>
internal sealed record CoverageRow(string? Outlet, int Reports, IReadOnlyList<int> Cells);
