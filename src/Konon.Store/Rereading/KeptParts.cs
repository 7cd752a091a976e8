using System.Data.Common;
using Dapper;
using Konon.Bytes;
using Konon.Ledger;

namespace Konon.Store.Rereading;

/// <summary>The kept documents that a reading was made of, as they were when they came.</summary>
internal static class KeptParts
{
    /// <summary>The documents, in order; null where the bytes of one are no longer there.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="vault">The kept bytes.</param>
    /// <param name="reading">The reading's row.</param>
    /// <param name="label">Under which label the first document is wanted, where it was read under several; null for the reading's.</param>
    /// <exception cref="InvalidDataException">A kept file is damaged.</exception>
    public static IReadOnlyList<Document>? Of(DbConnection connection, IDocumentVault vault, long reading, long? label = null)
    {
        var rows = connection.Query<(string Sha256, byte[] Label, string? Input)>(
            """
            SELECT documents.sha256, labels.body, (SELECT MIN(input) FROM sightings WHERE sightings.document_id = documents.id)
            FROM reading_parts JOIN documents ON documents.id = reading_parts.document_id
            JOIN labels ON labels.id =
              CASE WHEN reading_parts.ordinal = 0 THEN COALESCE(@label, reading_parts.label_id) ELSE reading_parts.label_id END
            WHERE reading_parts.reading_id = @reading ORDER BY reading_parts.ordinal
            """,
            new { reading, label });
        var parts = new List<Document>();
        foreach (var (sha256, body, input) in rows)
        {
            if (vault.Get(sha256) is not { } bytes) return null;
            parts.Add(DocumentLabel.Read(input ?? parts.FirstOrDefault()?.Input ?? "", sha256, bytes, Packed.Unpack(body)));
        }

        return parts.Count == 0 ? null : parts;
    }
}
