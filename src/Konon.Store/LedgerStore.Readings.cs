using System.Data.Common;
using Dapper;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // As many as stay in memory at a time while all are walked over.
    private const int Walk = 256;

    private const string Columns = """
        SELECT articles.public_id AS Article, articles.key AS Key, readings.public_id AS Id, documents.sha256 AS Sha256,
          readings.text_digest AS TextDigest, readers.name AS Reader, readings.current AS Current, readings.id AS RowId, readings.body AS Body,
          COALESCE((SELECT MIN(input) FROM sightings
            WHERE sightings.document_id = documents.id AND sightings.article_id = articles.id), '') AS Input
        FROM readings
        JOIN articles ON articles.id = readings.article_id
        JOIN documents ON documents.id = readings.document_id
        JOIN readers ON readers.id = readings.reader_id
        """;

    /// <summary>What every article says now, by article id; walked over in pieces, so that memory stays flat.</summary>
    public IEnumerable<StoredReading> Current()
    {
        var after = "";
        while (true)
        {
            var from = after;
            var piece = Use(connection => Query(
                connection,
                "WHERE readings.current = 1 AND articles.public_id > @from ORDER BY articles.public_id LIMIT @Walk",
                new { from, Walk }));
            foreach (var reading in piece) yield return reading;
            if (piece.Count < Walk) yield break;
            after = piece[^1].Article;
        }
    }

    /// <summary>The readings of one article, in order of their ids; empty where there is none.</summary>
    /// <param name="article">The article's id.</param>
    public IReadOnlyList<StoredReading> ReadingsOf(string article) => Use(connection =>
        Query(connection, "WHERE articles.public_id = @article ORDER BY readings.public_id", new { article }));

    /// <summary>What these articles say now, in order of their ids; those that the ledger does not have are left out.</summary>
    /// <param name="articles">The articles' ids; some hundreds at most, for their texts are held together.</param>
    public IReadOnlyList<StoredReading> CurrentOf(IEnumerable<string> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        string[] ids = [.. articles.Distinct(StringComparer.Ordinal)];
        return ids.Length == 0 ? [] : Use(connection =>
            Query(connection, "WHERE readings.current = 1 AND articles.public_id IN @ids ORDER BY articles.public_id", new { ids }));
    }

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Count() => Use(connection => connection.QuerySingle<LedgerCounts>(
        """
        SELECT (SELECT COUNT(*) FROM articles) AS Articles, (SELECT COUNT(*) FROM readings) AS Readings,
          (SELECT COUNT(*) FROM claims WHERE current = 1) AS Claims, (SELECT COUNT(*) FROM figures WHERE current = 1) AS Figures,
          (SELECT COUNT(*) FROM speakers) AS Speakers, (SELECT COUNT(*) FROM documents) AS Documents,
          (SELECT COUNT(*) FROM sightings) AS Sightings
        """));

    internal static IReadOnlyList<StoredReading> Query(DbConnection connection, string where, object values) =>
        [.. connection.Query<Row>(Columns + "\n" + where, values).Select(row => row.ToReading())];

    // Dapper fills it by name.
    private sealed class Row
    {
        public string Article { get; init; } = "";

        public string Key { get; init; } = "";

        public string Id { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public string TextDigest { get; init; } = "";

        public string Reader { get; init; } = "";

        public string Input { get; init; } = "";

        public long Current { get; init; }

        public long RowId { get; init; }

        public byte[] Body { get; init; } = [];

        public StoredReading ToReading() => new()
        {
            Article = Article,
            Key = Key,
            Id = Id,
            Sha256 = Sha256,
            TextDigest = TextDigest,
            Reader = Reader,
            Input = Input,
            IsCurrent = Current == 1,
            Row = RowId,
            Body = Body,
        };
    }
}

/// <summary>How much a ledger holds.</summary>
public sealed class LedgerCounts
{
    /// <summary>Articles.</summary>
    public long Articles { get; init; }

    /// <summary>Readings of them, current or not.</summary>
    public long Readings { get; init; }

    /// <summary>Claims of current readings.</summary>
    public long Claims { get; init; }

    /// <summary>Figures of current readings.</summary>
    public long Figures { get; init; }

    /// <summary>Speakers.</summary>
    public long Speakers { get; init; }

    /// <summary>Kept documents.</summary>
    public long Documents { get; init; }

    /// <summary>Times that a document was seen.</summary>
    public long Sightings { get; init; }
}
