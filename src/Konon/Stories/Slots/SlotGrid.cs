namespace Konon.Stories.Slots;

/// <summary>
/// What each origin says of one question after the other: rows are slots such as the dead or the cause, columns are origins.
/// </summary>
/// <param name="Columns">The origins, by their first report.</param>
/// <param name="Rows">The slots: figures, then disputed matters, then causes; every row has as many cells as there are columns.</param>
/// <param name="ColumnsLeft">How many origins have no column, those that fill the fewest cells.</param>
public sealed record SlotGrid(IReadOnlyList<SlotColumn> Columns, IReadOnlyList<SlotRow> Rows, int ColumnsLeft);

/// <summary>An origin with the reports that come from it.</summary>
/// <param name="Reports">By number; at least one.</param>
public sealed record SlotColumn(IReadOnlyList<Report> Reports)
{
    /// <summary>The report by which the origin is called: its earliest.</summary>
    public Report First => Reports[0];
}
