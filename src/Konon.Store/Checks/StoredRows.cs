using Konon.Ledger.Review;

namespace Konon.Store.Checks;

/// <summary>A reading with every row that hangs on it, as the database has them.</summary>
/// <param name="Reading">The reading itself.</param>
/// <param name="Claims">Its claims, in order.</param>
/// <param name="Reads">Who made it of which document.</param>
/// <param name="Parts">The documents that it was made of, in order.</param>
/// <param name="Decisions">What people decided on the article's words, in order; none that is damaged.</param>
/// <param name="Sketch">What its story is found by; null where it is missing.</param>
internal sealed record StoredRows(
    ReadingRow Reading,
    IReadOnlyList<ClaimRow> Claims,
    IReadOnlyList<ReadRow> Reads,
    IReadOnlyList<PartRow> Parts,
    IReadOnlyList<DecisionRow> Decisions,
    byte[]? Sketch);

/// <summary>A document that a reading was made of.</summary>
internal sealed record PartRow(string Sha256, byte[] Label);

/// <summary>A decision, and whether its words are said to be gone.</summary>
internal sealed record DecisionRow(Decision Decision, bool IsDetached);

/// <summary>A row of readings with what it refers to; the columns by name.</summary>
internal sealed record ReadingRow(long Id, string PublicId, string Article, string Key, string Sha256, byte[] Body, RowValues Values);

/// <summary>A row of claims with its speakers and figures.</summary>
internal sealed record ClaimRow(
    long Id, string PublicId, RowValues Values, IReadOnlyList<RowValues> Speakers, IReadOnlyList<RowValues> Figures);

/// <summary>Who made the reading of which document under which label.</summary>
internal sealed record ReadRow(string Sha256, byte[] Label, string Reader);

/// <summary>Columns by name; absent is null.</summary>
internal sealed class RowValues(IDictionary<string, object?> values)
{
    public object? this[string column] => values[column];

    /// <summary>The first column whose value is another than expected; null where all fit.</summary>
    public string? Difference(params ReadOnlySpan<(string Column, object? Value)> expected)
    {
        foreach (var (column, value) in expected)
        {
            if (!Equals(Plain(values[column]), Plain(value))) return column;
        }

        return null;
    }

    private static object? Plain(object? value) => value is int number ? (long)number : value;
}
