using System.Data.Common;
using Dapper;
using Konon.Ledger;
using Konon.Text;
using Konon.Views.Exports;

namespace Konon.Store.Out;

/// <summary>Walks over what every article says now, in an order that is the same in every ledger; memory stays flat.</summary>
internal sealed class ArticleWalk(DbConnection connection, DbTransaction transaction, ExportFilter filter)
{
    private const int Piece = 256;

    public IEnumerable<ExportedArticle> Articles()
    {
        var (day, after) = ("", "");
        while (true)
        {
            var rows = Rows(day, after);
            var readers = Readers(rows);
            foreach (var row in rows) yield return row.ToArticle(readers[row.Reading].Max(ReaderRank.Instance) ?? "");
            if (rows.Count < Piece) yield break;
            (day, after) = (rows[^1].Day, rows[^1].Id);
        }
    }

    private List<Row> Rows(string day, string after)
    {
        var conditions = new List<string>
        {
            "readings.current = 1",
            filter.ByDay ? "(readings.day > @day OR (readings.day = @day AND articles.public_id > @after))" : "articles.public_id > @after",
        };
        if (filter.Since is not null) conditions.Add("readings.day >= @since");
        if (filter.Until is not null) conditions.Add("readings.day <= @until AND readings.day <> ''");
        if (filter.Outlet is not null) conditions.Add("readings.outlet = @Outlet");
        var sql = $"""
            SELECT articles.public_id AS Id, articles.key AS Key, readings.id AS Reading, readings.day AS Day, documents.sha256 AS Sha256,
              readings.text_digest AS TextDigest, readings.body AS Body
            FROM readings
            JOIN articles ON articles.id = readings.article_id
            JOIN documents ON documents.id = readings.document_id
            WHERE {string.Join(" AND ", conditions)}
            ORDER BY {(filter.ByDay ? "readings.day, " : "")}articles.public_id
            LIMIT @Piece
            """;
        var values = new { day, after, since = IsoDay.Of(filter.Since), until = IsoDay.Of(filter.Until), filter.Outlet, Piece };
        return [.. connection.Query<Row>(sql, values, transaction)];
    }

    // Several readers may agree; the newest of them stands beside the article.
    private ILookup<long, string> Readers(List<Row> rows) => connection.Query<(long Reading, string Name)>(
        "SELECT reads.reading_id, readers.name FROM reads JOIN readers ON readers.id = reads.reader_id WHERE reads.reading_id IN @ids",
        new { ids = rows.Select(row => row.Reading) },
        transaction).ToLookup(read => read.Reading, read => read.Name);

    // Dapper fills it by name.
    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Key { get; init; } = "";

        public long Reading { get; init; }

        public string Day { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public string TextDigest { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public ExportedArticle ToArticle(string reader) =>
            new(Id, Key, TextDigest, reader, ReadingParser.Parse(Packed.Unpack(Body), "", Sha256));
    }
}
