namespace Konon.Stories.Slots;

/// <summary>Sets the origins of a story side by side, question by question.</summary>
public static class SlotGridBuilder
{
    // A wider table is read by nobody; what it leaves out is counted.
    private const int MostColumns = 7;
    private const int MostFigures = 8;
    private const int MostMatters = 3;
    private const int MostStatements = 2;

    /// <summary>The grid; without rows where no slot is filled. Linear in the statements and figures of the story.</summary>
    public static SlotGrid Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var columns = Columns(story);
        var columnOf = new Dictionary<Report, int>();
        for (var i = 0; i < columns.Count; i++)
        {
            foreach (var report in columns[i].Reports) columnOf.Add(report, i);
        }

        var rows = Rows(story, columnOf, columns.Count);
        return Narrow(columns, rows);
    }

    private static List<SlotColumn> Columns(Story story) =>
        [.. story.Reports.GroupBy(report => story.Lineage.OriginOf(report.Number)).Select(origin => new SlotColumn([.. origin]))];

    private static List<SlotRow> Rows(Story story, Dictionary<Report, int> columnOf, int columns)
    {
        // What several origins answer first; then what has most values.
        var rows = story.Figures.Where(series => series.IsComparable)
            .Select(series => FigureSlots.Of(series, columnOf, columns))
            .Where(row => row.Filled > 0)
            .OrderByDescending(row => row.Filled).ThenByDescending(row => row.Series!.Points.Count)
            .Take(MostFigures)
            .ToList();
        foreach (var matter in story.MatterConflicts.Take(MostMatters))
        {
            rows.Add(Row(SlotKind.Matter, matter.Stated.Concat(matter.Against), SlotStanding.Contradicts, columnOf, columns));
        }

        var causes = story.Statements.Where(CauseWords.Tell).ToList();
        if (causes.Count > 0) rows.Add(Row(SlotKind.Cause, causes, SlotStanding.Alike, columnOf, columns));
        return rows;
    }

    private static SlotRow Row(
        SlotKind kind, IEnumerable<Statement> statements, SlotStanding standing, Dictionary<Report, int> columnOf, int columns)
    {
        var given = new List<SlotValue>[columns];
        for (var i = 0; i < columns; i++) given[i] = [];
        foreach (var statement in statements)
        {
            foreach (var own in statement.Reports.GroupBy(report => columnOf[report]))
            {
                given[own.Key].Add(new SlotValue(own.First(), null, null, statement));
            }
        }

        return new SlotRow(kind, null, [.. given.Select(values => new SlotCell(
            values.Count > MostStatements ? values[..MostStatements] : values,
            Math.Max(0, values.Count - MostStatements),
            values.Count == 0 ? SlotStanding.Silent : standing))]);
    }

    // The columns that say most, in their old order.
    private static SlotGrid Narrow(List<SlotColumn> columns, List<SlotRow> rows)
    {
        if (columns.Count <= MostColumns) return new SlotGrid(columns, rows, 0);
        var kept = Enumerable.Range(0, columns.Count)
            .OrderByDescending(i => rows.Count(row => row.Cells[i].Values.Count > 0)).ThenBy(i => i)
            .Take(MostColumns).Order().ToList();
        var narrow = rows
            .Select(row => row with { Cells = [.. kept.Select(i => row.Cells[i])] })
            .Where(row => row.Filled > 0);
        return new SlotGrid([.. kept.Select(i => columns[i])], [.. narrow], columns.Count - kept.Count);
    }
}
