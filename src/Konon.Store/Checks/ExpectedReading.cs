using Konon.Ledger;
using Konon.Ledger.Review;

namespace Konon.Store.Checks;

/// <summary>What the rows of a reading should hold: its record, with what people decided.</summary>
/// <param name="Entry">The record, made ready as for appending it.</param>
/// <param name="Reviewed">The reading with every decision on it.</param>
/// <param name="Claims">Its claims as their rows should have them.</param>
internal sealed record ExpectedReading(PreparedEntry Entry, ReviewedReading Reviewed, IReadOnlyList<PreparedClaim> Claims)
{
    /// <summary>Works it out.</summary>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    /// <exception cref="FormatException">The record is damaged.</exception>
    public static ExpectedReading Of(StoredRows rows)
    {
        var record = ReadingParser.Parse(Packed.Unpack(rows.Reading.Body), "", rows.Reading.Sha256);
        var entry = PreparedEntry.Of(new LedgerEntry("", [], record));
        var reviewed = ReviewedReading.Of(entry.Reading, [.. rows.Decisions.Select(row => row.Decision)]);
        if (rows.Decisions.Count == 0) return new(entry, reviewed, entry.Claims);
        // A corrected claim keeps the id that the machine's words gave it.
        var claims = PreparedClaim.Of(reviewed.Reading).Zip(entry.Claims, (made, raw) => made with { PublicId = raw.PublicId });
        return new(entry, reviewed, [.. claims]);
    }
}
