using System.Data.Common;
using Dapper;

namespace Konon.Store.Grouping;

/// <summary>Finds stories by whatever a user may call one: its id, also a former one; an article's id or address; words of its name.</summary>
internal static class StoryFinder
{
    /// <summary>So many are found at most: enough to say that the words are not one story's alone.</summary>
    public const int Most = 5;

    // A redirect may lead to a story that was merged in its turn; a circle ends.
    private const int MostRedirects = 16;
    private const int MostWords = 12;

    /// <summary>The ids of the stories called so; by words those whose name holds them all, the newest first.</summary>
    public static IReadOnlyList<string> Find(DbConnection connection, DbTransaction? transaction, string name)
    {
        name = name.Trim();
        if (ById(connection, transaction, name.ToLowerInvariant()) is { } story) return [story];
        if (ArticleFinder.Find(connection, transaction, name) is { } article)
        {
            return [.. connection.Query<string>(
                "SELECT public_id FROM stories WHERE id = (SELECT story_id FROM story_articles WHERE article_id = @article)",
                new { article },
                transaction)];
        }

        return ArticleFinder.IsAddress(name) ? [] : ByWords(connection, transaction, name);
    }

    /// <summary>The id of the story that has or had an id; null where there is none.</summary>
    public static string? ById(DbConnection connection, DbTransaction? transaction, string id)
    {
        for (var hops = 0; hops < MostRedirects; hops++)
        {
            const string Live = "SELECT public_id FROM stories WHERE public_id = @id";
            if (connection.QueryFirstOrDefault<string>(Live, new { id }, transaction) is { } found) return found;
            var to = connection.QueryFirstOrDefault<string>(
                "SELECT to_id FROM story_redirects WHERE from_id = @id", new { id }, transaction);
            if (to is null) return null;
            id = to;
        }

        return null;
    }

    /// <summary>The ids of a story's articles, the earliest first.</summary>
    public static IReadOnlyList<string> Articles(DbConnection connection, DbTransaction? transaction, string story, int most) =>
        [.. connection.Query<string>(
            """
            SELECT articles.public_id FROM stories
            JOIN story_articles ON story_articles.story_id = stories.id
            JOIN articles ON articles.id = story_articles.article_id
            JOIN readings ON readings.id = story_articles.reading_id
            WHERE stories.public_id = @story
            ORDER BY readings.day, articles.public_id LIMIT @most
            """,
            new { story, most },
            transaction)];

    /// <summary>The id of an article's row.</summary>
    public static string PublicId(DbConnection connection, DbTransaction? transaction, long article) =>
        connection.QuerySingle<string>("SELECT public_id FROM articles WHERE id = @article", new { article }, transaction);

    private static IReadOnlyList<string> ByWords(DbConnection connection, DbTransaction? transaction, string words)
    {
        var parts = words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > MostWords) return [];
        var values = new DynamicParameters(new { Most });
        var conditions = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            conditions.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"LOWER(name) LIKE @word{i} ESCAPE '!'"));
            values.Add("word" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), Pattern(parts[i]));
        }

        var sql = $"SELECT public_id FROM stories WHERE {string.Join(" AND ", conditions)} ORDER BY to_day DESC, id DESC LIMIT @Most";
        return [.. connection.Query<string>(sql, values, transaction)];
    }

    private static string Pattern(string part) => "%" + part
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
