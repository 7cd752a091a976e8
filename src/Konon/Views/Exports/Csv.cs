using System.Buffers;

namespace Konon.Views.Exports;

/// <summary>Writes comma-separated values (RFC 4180) that a spreadsheet opens without running them: the one place for all tables.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    // What makes a spreadsheet take a cell for a formula (OWASP, "CSV injection"), the wide forms of East Asian keyboards included.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>Writes one row.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cells">The cells; null is an empty one. What strangers wrote is to be <see cref="Defused"/>.</param>
    /// <param name="lineEnd">What ends the row.</param>
    public static void Write(TextWriter output, IEnumerable<string?> cells, string lineEnd = "\n")
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(cells);
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) output.Write(',');
            first = false;
            WriteCell(output, cell ?? "");
        }

        output.Write(lineEnd);
    }

    /// <summary>The words as a cell that no spreadsheet runs: behind an apostrophe where they could be a formula.</summary>
    public static string? Defused(string? words) => words is { Length: > 0 } && Formula.Contains(words[0]) ? "'" + words : words;

    private static void WriteCell(TextWriter output, string cell)
    {
        if (!cell.AsSpan().ContainsAny(Special))
        {
            output.Write(cell);
            return;
        }

        output.Write('"');
        output.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }
}
