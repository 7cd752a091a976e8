using System.Data.Common;
using Dapper;
using Konon.Claims;
using Konon.Ledger;

namespace Konon.Store.Review;

/// <summary>A claim that somebody names by its id, with the reading that it stands in; Dapper fills it by name.</summary>
internal sealed class ClaimRow
{
    public string PublicId { get; init; } = "";

    public long Ordinal { get; init; }

    public long ArticleRow { get; init; }

    public string Article { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public byte[] Body { get; init; } = [];

    /// <summary>The reading as the machine made it.</summary>
    public Reading Read() => ReadingParser.Parse(Packed.Unpack(Body), "", Sha256);

    /// <summary>The claims whose ids start so, each in its current reading or else a newer one; at most two.</summary>
    public static IReadOnlyList<ClaimRow> Find(DbConnection connection, DbTransaction? transaction, string id) =>
        [.. connection.Query<ClaimRow>(
            """
            SELECT claims.public_id AS PublicId, claims.ordinal AS Ordinal, readings.article_id AS ArticleRow, articles.public_id AS Article,
              documents.sha256 AS Sha256, readings.body AS Body
            FROM claims JOIN readings ON readings.id = claims.reading_id JOIN articles ON articles.id = readings.article_id
            JOIN documents ON documents.id = readings.document_id
            WHERE claims.public_id >= @id AND claims.public_id < @after
            ORDER BY claims.current DESC, readings.id DESC LIMIT 20
            """,
            new { id = id.ToLowerInvariant(), after = id.ToLowerInvariant() + "g" },
            transaction).DistinctBy(row => row.PublicId).Take(2)];
}
