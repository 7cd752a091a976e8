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
        var dated = story.Reports.Where(report => report.Day is not null).ToList();
        var days = dated.Select(report => report.Day!.Value).Distinct().Order().ToList();
        var length = Math.Max(1, (days.Count + MostColumns - 1) / MostColumns);
        var columns = days.Chunk(length).Select(some => new DayRange(some[0], some[^1])).ToList();
        var columnOf = days.Select((day, i) => (day, i / length)).ToDictionary();
        var rows = story.Reports.GroupBy(report => report.Article.Outlet, StringComparer.OrdinalIgnoreCase)
            .Select(own => Row(own, columnOf, columns.Count));
        return new CoverageBoard(
            columns,
            [.. rows.OrderByDescending(row => row.Reports).ThenBy(row => row.Outlet, StringComparer.Ordinal)],
            story.Reports.Count - dated.Count);
    }

    private static CoverageRow Row(IGrouping<string?, Report> own, Dictionary<DateOnly, int> columnOf, int columns)
    {
        var cells = new int[columns];
        foreach (var report in own)
        {
            if (report.Day is { } day) cells[columnOf[day]]++;
        }

        return new CoverageRow(own.Key, own.Count(), cells);
    }
}

/// <summary>An outlet's reports.</summary>
/// <param name="Outlet">The outlet; null where nothing names it.</param>
/// <param name="Reports">How many it has.</param>
/// <param name="Cells">How many in each column.</param>
internal sealed record CoverageRow(string? Outlet, int Reports, IReadOnlyList<int> Cells);
