using System.Data.Common;
using Dapper;

namespace Konon.Store.Checks;

/// <summary>Walks over all readings with what hangs on them, in pieces, so that memory stays flat.</summary>
internal sealed class ReadingPieces(DbConnection connection, DbTransaction transaction, int size)
{
    public IEnumerable<StoredRows> All()
    {
        long after = 0;
        while (true)
        {
            var readings = Rows(
                """
                SELECT readings.*, articles.public_id AS article, articles.key AS key, documents.sha256 AS sha256
                FROM readings
                JOIN articles ON articles.id = readings.article_id
                JOIN documents ON documents.id = readings.document_id
                WHERE readings.id > @after ORDER BY readings.id LIMIT @size
                """,
                new { after, size });
            if (readings.Count == 0) yield break;
            var ids = readings.ConvertAll(row => (long)row["id"]!);
            var claims = Claims(ids);
            var reads = Reads(ids);
            var parts = connection.Query<(long Reading, long Count)>(
                "SELECT reading_id, COUNT(*) FROM reading_parts WHERE reading_id IN @ids GROUP BY reading_id", new { ids }, transaction)
                .ToDictionary(part => part.Reading, part => (int)part.Count);
            foreach (var row in readings)
            {
                var id = (long)row["id"]!;
                yield return new StoredRows(ReadingOf(id, row), [.. claims[id]], [.. reads[id]], parts.GetValueOrDefault(id));
            }

            after = ids[^1];
            if (readings.Count < size) yield break;
        }
    }

    private static ReadingRow ReadingOf(long id, IDictionary<string, object?> row) => new(
        id,
        (string)row["public_id"]!,
        (string)row["article"]!,
        (string)row["key"]!,
        (string)row["sha256"]!,
        (byte[])row["body"]!,
        new RowValues(row));

    private ILookup<long, ClaimRow> Claims(List<long> readings)
    {
        var rows = Rows("SELECT * FROM claims WHERE reading_id IN @readings ORDER BY reading_id, ordinal", new { readings });
        const string Own = "(SELECT id FROM claims WHERE reading_id IN @readings)";
        var speakers = Rows(
            $"""
            SELECT claim_speakers.*, speakers.key AS key FROM claim_speakers JOIN speakers ON speakers.id = claim_speakers.speaker_id
            WHERE claim_id IN {Own} ORDER BY claim_id, claim_speakers.ordinal
            """,
            new { readings }).ToLookup(row => (long)row["claim_id"]!, row => new RowValues(row));
        var figures = Rows($"SELECT * FROM figures WHERE claim_id IN {Own} ORDER BY claim_id, ordinal", new { readings })
            .ToLookup(row => (long)row["claim_id"]!, row => new RowValues(row));
        return rows.ToLookup(row => (long)row["reading_id"]!, row =>
        {
            var id = (long)row["id"]!;
            return new ClaimRow(id, (string)row["public_id"]!, new RowValues(row), [.. speakers[id]], [.. figures[id]]);
        });
    }

    private ILookup<long, ReadRow> Reads(List<long> readings) => connection.Query<(long Of, string Sha256, byte[] Label, string Reader)>(
        """
        SELECT reads.reading_id, documents.sha256, labels.body, readers.name FROM reads
        JOIN documents ON documents.id = reads.document_id
        JOIN labels ON labels.id = reads.label_id
        JOIN readers ON readers.id = reads.reader_id
        WHERE reads.reading_id IN @readings
        ORDER BY reads.reading_id, documents.sha256, labels.digest, readers.name
        """,
        new { readings },
        transaction).ToLookup(read => read.Of, read => new ReadRow(read.Sha256, read.Label, read.Reader));

    private List<IDictionary<string, object?>> Rows(string sql, object values) =>
        [.. connection.Query(sql, values, transaction).Cast<IDictionary<string, object?>>()];
}
