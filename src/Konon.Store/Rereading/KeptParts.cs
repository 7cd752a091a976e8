using System.Data.Common;
using Dapper;
using Konon.Bytes;
using Konon.Ledger;

namespace Konon.Store.Rereading;

/// <summary>The kept documents that a reading was made of, as they were when they came.</summary>
internal static class KeptParts
{
    /// <summary>The documents, in order; null where the bytes of one are no longer there.</summary>
    /// <exception cref="InvalidDataException">A kept file is damaged.</exception>
    public static IReadOnlyList<Document>? Of(DbConnection connection, DocumentVault vault, long reading)
    {
        var rows = connection.Query<(string Sha256, byte[] Label, string? Input)>(
            """
            SELECT documents.sha256, labels.body, (SELECT MIN(input) FROM sightings WHERE sightings.document_id = documents.id)
            FROM reading_parts JOIN documents ON documents.id = reading_parts.document_id JOIN labels ON labels.id = reading_parts.label_id
            WHERE reading_parts.reading_id = @reading ORDER BY reading_parts.ordinal
            """,
            new { reading });
        var parts = new List<Document>();
        foreach (var (sha256, label, input) in rows)
        {
            if (vault.Get(sha256) is not { } bytes) return null;
            parts.Add(DocumentLabel.Read(input ?? parts.FirstOrDefault()?.Input ?? "", sha256, bytes, Packed.Unpack(label)));
        }

        return parts.Count == 0 ? null : parts;
    }
}
