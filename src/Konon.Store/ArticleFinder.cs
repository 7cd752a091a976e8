using System.Data.Common;
using Dapper;
using Konon.Ledger;

namespace Konon.Store;

/// <summary>Finds an article by whatever a user may call it: its id, its address, a row's id, a document's digest, an input.</summary>
internal static class ArticleFinder
{
    private const int IdLength = 16;

    /// <summary>The article's row; null where nothing is called so.</summary>
    public static long? Find(DbConnection connection, DbTransaction? transaction, string name)
    {
        name = name.Trim();
        if (name.Length == IdLength && One("SELECT id FROM articles WHERE public_id = @value", name.ToLowerInvariant()) is { } byId)
        {
            return byId;
        }
        if (IsAddress(name)) return One("SELECT id FROM articles WHERE key = @value", ArticleKey.OfUrl(name).Value);
        return One("SELECT id FROM articles WHERE key = @value", "id:" + name)
            ?? One("SELECT id FROM articles WHERE key = @value", "sha256:" + name.ToLowerInvariant())
            ?? One("SELECT article_id FROM sightings WHERE input = @value ORDER BY id DESC LIMIT 1", name);

        long? One(string sql, string value) => connection.QueryFirstOrDefault<long?>(sql, new { value }, transaction);
    }

    /// <summary>Whether a user means an address.</summary>
    public static bool IsAddress(string name) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
