using System.Data.Common;
using Dapper;
using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>The rows of decisions.</summary>
internal static class DecisionTable
{
    /// <summary>All decisions on words of an article, in order.</summary>
    public static IReadOnlyList<Decision> OfArticle(DbConnection connection, DbTransaction? transaction, long article) =>
        Read(connection, transaction, "WHERE article_id = @article ORDER BY id", new { article });

    /// <summary>All decisions on one kind of thing, in order.</summary>
    public static IReadOnlyList<Decision> OfKind(DbConnection connection, DbTransaction? transaction, DecisionTarget kind) =>
        Read(connection, transaction, "WHERE kind = @name ORDER BY id", new { name = DecisionNames.Of(kind) });

    /// <summary>The decisions whose ids start so; at most two.</summary>
    public static IReadOnlyList<Decision> StartingWith(DbConnection connection, DbTransaction? transaction, string id) =>
        Read(
            connection, transaction, "WHERE public_id >= @id AND public_id < @after ORDER BY public_id LIMIT 2",
            new { id, after = id + "g" });

    /// <summary>The rows of the articles that a decision's words stand in.</summary>
    public static (long? Article, long? Other) Row(DbConnection connection, DbTransaction? transaction, string id) =>
        connection.QuerySingle<(long? Article, long? Other)>(
            "SELECT article_id, other_article_id FROM decisions WHERE public_id = @id", new { id }, transaction);

    public static IReadOnlyList<Decision> Read(DbConnection connection, DbTransaction? transaction, string where, object values) =>
        [.. connection.Query<byte[]>("SELECT body FROM decisions " + where, values, transaction).Select(body => DecisionRecord.Parse(Packed.Unpack(body)))];

    /// <summary>Writes a decision down, named by what it holds.</summary>
    /// <param name="transaction">The transaction to do it in.</param>
    /// <param name="decision">The decision, its id still open.</param>
    /// <param name="article">The article's row; null where it is on no words.</param>
    /// <param name="other">The row of the article that a merged figure stands in; null where there is none.</param>
    public static Decision Add(DbTransaction transaction, Decision decision, long? article, long? other)
    {
        var connection = transaction.Connection!;
        for (var times = 0; ; times++)
        {
            var named = DecisionRecord.Named(decision, times);
            var added = connection.Execute(
                """
                INSERT INTO decisions (public_id, at, by_name, action, kind, target, article_id, other_article_id, body, detached)
                VALUES (@Id, @at, @By, @action, @kind, @Target, @article, @other, @body, 0) ON CONFLICT DO NOTHING
                """,
                new
                {
                    named.Id,
                    at = named.At.ToUnixTimeMilliseconds(),
                    named.By,
                    action = DecisionNames.Of(named.Action),
                    kind = DecisionNames.Of(named.On),
                    named.Target,
                    article,
                    other,
                    body = Packed.Pack(DecisionRecord.Write(named)),
                },
                transaction);
            if (added > 0) return named;
        }
    }
}
