namespace Konon.Views;

/// <summary>
/// A table to read in a terminal: a faint heading, rows in columns as wide as they need, the last column as wide as is left.
/// </summary>
public static class TableText
{
    private const int Gap = 2;

    /// <summary>Writes the table; lines end in a line feed on every system.</summary>
    /// <param name="headings">Headings, each a fixed text by its key.</param>
    /// <param name="rows">Rows, each with as many cells; made safe to print here.</param>
    /// <param name="options">Width, words and colours.</param>
    /// <param name="output">Where to.</param>
    public static void Write(
        IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var page = new Page(output, options.Width, options.Colours);
        var titles = headings.Select(key => options.Words[key]).ToList();
        var cells = rows.Select(row => row.Select(PlainText.OneLine).ToList()).ToList();
        var widths = titles.Select((title, i) => cells.Select(row => Columns.Of(row[i])).Append(Columns.Of(title)).Max()).ToList();
        var widest = options.Width / 3;
        Line(titles, Ink.Faint);
        foreach (var row in cells) Line(row, Ink.Plain);

        void Line(List<string> row, Ink ink) => page.Line(row.Select((cell, i) =>
            new Run(i == row.Count - 1 ? cell : Columns.Pad(cell, Math.Min(widths[i], widest)) + new string(' ', Gap), ink)));
    }
}
