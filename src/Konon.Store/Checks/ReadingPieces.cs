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
            var parts = Parts(ids);
            var sketches = connection.Query<(long Reading, byte[] Body)>(
                "SELECT reading_id, body FROM sketches WHERE reading_id IN @ids", new { ids }, transaction)
                .ToDictionary(sketch => sketch.Reading, sketch => sketch.Body);
            var decisions = Decisions([.. readings.Select(row => (long)row["article_id"]!).Distinct()]);
            foreach (var row in readings)
            {
                var id = (long)row["id"]!;
                yield return new StoredRows(
                    ReadingOf(id, row), [.. claims[id]], [.. reads[id]], [.. parts[id]], [.. decisions[(long)row["article_id"]!]],
                    sketches.GetValueOrDefault(id));
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

    private ILookup<long, PartRow> Parts(List<long> readings) => connection.Query<(long Reading, string Sha256, byte[] Label)>(
        """
        SELECT reading_parts.reading_id, documents.sha256, labels.body FROM reading_parts
        JOIN documents ON documents.id = reading_parts.document_id
        JOIN labels ON labels.id = reading_parts.label_id
        WHERE reading_parts.reading_id IN @readings
        ORDER BY reading_parts.reading_id, reading_parts.ordinal
        """,
        new { readings },
        transaction).ToLookup(part => part.Reading, part => new PartRow(part.Sha256, part.Label));

    private ILookup<long, DecisionRow> Decisions(List<long> articles) => connection.Query<(long Article, byte[] Body, long Detached)>(
        "SELECT article_id, body, detached FROM decisions WHERE article_id IN @articles ORDER BY article_id, id",
        new { articles },
        transaction)
        .Select(row => (row.Article, Decision: DecisionCheck.Parsed(row.Body), IsDetached: row.Detached == 1))
        .Where(row => row.Decision is not null)
        .ToLookup(row => row.Article, row => new DecisionRow(row.Decision!, row.IsDetached));

    private List<IDictionary<string, object?>> Rows(string sql, object values) =>
        [.. connection.Query(sql, values, transaction).Cast<IDictionary<string, object?>>()];
}
