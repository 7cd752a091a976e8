using System.Data.Common;
using System.Text;
using Dapper;
using Konon.Bytes;

namespace Konon.Store.Watching;

/// <summary>Takes the words of a forgotten article out of the diary, leaving only what keeps it from being asked for again.</summary>
internal static class Erased
{
    /// <summary>What stands in the place of an erased entry's address, by which it is known again when a feed still names it.</summary>
    public static string AddressOf(string address) => "sha256:" + DocumentDigest.Of(Encoding.UTF8.GetBytes(address));

    /// <summary>Erases the entries of an article: address, headline, id; they are never read again.</summary>
    /// <param name="transaction">The transaction to do it in.</param>
    /// <param name="article">The article's public id.</param>
    public static void Article(DbTransaction transaction, string article)
    {
        foreach (var id in transaction.Connection!.Query<long>(
            "SELECT id FROM feed_entries WHERE article = @article", new { article }, transaction).ToList())
        {
            Entry(transaction, id);
        }
    }

    /// <summary>Erases one entry.</summary>
    public static void Entry(DbTransaction transaction, long id)
    {
        var connection = transaction.Connection!;
        var address = connection.QuerySingle<string>("SELECT address FROM feed_entries WHERE id = @id", new { id }, transaction);
        connection.Execute(
            """
            UPDATE feed_entries SET address = @erased, url = '', host = '', entry_id = NULL, title = NULL, published = NULL, next_at = NULL,
              fault = 'forgotten', etag = NULL, last_modified = NULL, article = NULL, sha256 = NULL, label = NULL, held_until = 0
            WHERE id = @id AND url <> ''
            """,
            new { id, erased = AddressOf(address) },
            transaction);
    }
}
