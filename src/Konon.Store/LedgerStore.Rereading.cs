using Dapper;
using Konon.Articles;
using Konon.Ledger;
using Konon.Store.Rereading;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // Rows of reads that are looked at in one piece.
    private const int ReadsPiece = 512;

    /// <summary>How many kept documents wait for this version: those that <see cref="Pending"/> gives.</summary>
    public long CountPending(bool all = false) => Pending(all).LongCount();

    /// <summary>
    /// The kept documents that only older versions have read, in the order in which they came; in pieces, so that memory stays
    /// flat.
    /// </summary>
    /// <param name="all">Whether those that this version has read are read again, too; those of newer versions never are.</param>
    public IEnumerable<PendingReading> Pending(bool all = false)
    {
        var (document, label) = (0L, 0L);
        while (true)
        {
            var (fromDocument, fromLabel) = (document, label);
            var rows = Use(connection => connection.Query<ReadRow>(
                """
                SELECT reads.document_id AS Document, reads.label_id AS Label, reads.reading_id AS Reading, readers.name AS Reader,
                  documents.sha256 AS Sha256
                FROM (SELECT DISTINCT document_id, label_id FROM reads
                      WHERE document_id > @fromDocument OR (document_id = @fromDocument AND label_id > @fromLabel)
                      ORDER BY document_id, label_id LIMIT @ReadsPiece) AS piece
                JOIN reads ON reads.document_id = piece.document_id AND reads.label_id = piece.label_id
                JOIN readers ON readers.id = reads.reader_id JOIN documents ON documents.id = reads.document_id
                ORDER BY reads.document_id, reads.label_id
                """,
                new { fromDocument, fromLabel, ReadsPiece }).ToList());
            if (rows.Count == 0) yield break;
            foreach (var same in rows.GroupBy(row => (row.Document, row.Label)))
            {
                var newest = same.MaxBy(row => row.Reader, ReaderRank.Instance)!;
                var order = ReaderRank.Instance.Compare(newest.Reader, _options.Reader);
                if (order < 0 || (all && order == 0)) yield return newest.ToPending();
            }

            (document, label) = (rows[^1].Document, rows[^1].Label);
        }
    }

    /// <summary>Reads a kept document again. Thread-safe; appends nothing.</summary>
    public Reread ReadAgain(PendingReading pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        try
        {
            if (Use(connection => KeptParts.Of(connection, Documents, pending.Reading, pending.Label)) is not { } parts)
            {
                return new Reread(pending, null, "its bytes are not kept");
            }
            var refusal = Rereader.TryRead(parts, out var reading);
            return refusal is { } reason
                ? new Reread(pending, null, reason.Message())
                : new Reread(pending, PreparedEntry.Of(new LedgerEntry(parts[0].Input, parts, reading!)), null);
        }
        catch (InvalidDataException fault)
        {
            return new Reread(pending, null, fault.Message);
        }
    }

    /// <summary>Appends what was read again, in one transaction and without sightings; the older readings stay, superseded.</summary>
    /// <returns>How many articles and readings the ledger did not have.</returns>
    public AppendCounts AppendAgain(IReadOnlyList<PreparedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Write((_, transaction) =>
        {
            using var appender = new Appender(Database, transaction, _options.Reader, Now());
            return entries.Aggregate(default(AppendCounts), (counts, entry) => counts + appender.Append(null, entry));
        });
    }

    // Dapper fills it by name.
    private sealed class ReadRow
    {
        public long Document { get; init; }

        public long Label { get; init; }

        public long Reading { get; init; }

        public string Reader { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public PendingReading ToPending() => new(Sha256, Reader) { Document = Document, Label = Label, Reading = Reading };
    }
}
