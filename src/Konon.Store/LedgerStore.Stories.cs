using System.Data.Common;
using System.Globalization;
using Dapper;
using Konon.Ledger.Listing;
using Konon.Store.Grouping;
using Konon.Store.Search;
using Konon.Text;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>The current reading, where a query comes from its article.</summary>
    /// <remarks>
    /// The sign changes no value. Without it SQLite, which has no statistics here, walks all current readings by their index instead of asking
    /// for each article.
    /// </remarks>
    internal const string CurrentOfArticle = "+readings.current = 1";

    private const string StoryColumns = """
        SELECT public_id AS PublicId, id AS RowId, name AS Name, from_day AS FromDay, to_day AS ToDay, places AS Places, parties AS Parties,
          articles AS Articles, outlets AS Outlets, claims AS Claims
        FROM stories
        """;

    /// <summary>Brings the stories up to date with what was added; nothing where nothing was.</summary>
    /// <param name="progress">Told how many articles were grouped; null where nobody wants to know.</param>
    public void SettleStories(Action<int>? progress = null) => new StoryKeeper(this).Settle(progress);

    /// <summary>The same for whoever may perhaps only read: what somebody else settled last is shown then.</summary>
    /// <param name="progress">As there.</param>
    /// <returns>False where the ledger may not be written and its stories are not up to date.</returns>
    public bool TrySettleStories(Action<int>? progress = null)
    {
        try
        {
            SettleStories(progress);
            return true;
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.ReadOnly)
        {
            return false;
        }
    }

    /// <summary>A page of stories, the newest first; as of the last <see cref="SettleStories"/>.</summary>
    /// <exception cref="FormatException">The cursor is none.</exception>
    public LedgerPage<StoryRow> Stories(StoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, StoryQuery.LongestPage, nameof(query));
        var conditions = new List<string> { "articles >= @least" };
        if (query.Since is not null) conditions.Add("to_day >= @since");
        if (query.Until is not null) conditions.Add("from_day <= @until AND from_day <> ''");
        if (!string.IsNullOrWhiteSpace(query.Words)) conditions.Add("(LOWER(name) LIKE @words ESCAPE '!' OR LOWER(places) LIKE @words ESCAPE '!')");
        var after = query.Cursor is null ? default : Cursor(query.Cursor);
        if (query.Cursor is not null)
        {
            conditions.Add("(to_day < @day OR (to_day = @day AND (articles < @articles OR (articles = @articles AND id < @id))))");
        }

        var sql = $"{StoryColumns} WHERE {string.Join(" AND ", conditions)} ORDER BY to_day DESC, articles DESC, id DESC LIMIT @limit";
        var rows = Use(connection => connection.Query<StoryData>(sql, new
        {
            least = query.Least,
            since = IsoDay.Of(query.Since),
            until = IsoDay.Of(query.Until),
            words = Pattern(query.Words),
            day = after.Day,
            articles = after.Articles,
            id = after.Id,
            limit = query.Limit + 1,
        }).ToList());
        var next = rows.Count > query.Limit ? rows[query.Limit - 1].Cursor : null;
        return new LedgerPage<StoryRow>([.. rows.Take(query.Limit).Select(row => row.ToRow())], next, IsPartial: false);
    }

    /// <summary>The story of an id, also of one that it had before it was merged; null where there is none.</summary>
    public StoryRow? Story(string id) => Use(connection => FindStory(connection, id)?.ToRow());

    /// <summary>The articles of a story in order of time; empty where there is no such story.</summary>
    public IReadOnlyList<StoryArticleRow> StoryArticles(string id) => Use<IReadOnlyList<StoryArticleRow>>(connection =>
        FindStory(connection, id) is not { } story ? [] : [.. connection.Query<StoryArticleRow>(
            $"""
            SELECT articles.public_id AS Id, readings.external_id AS ExternalId, readings.url AS Url, readings.outlet AS Outlet,
              readings.title AS Title, readings.published AS Published
            FROM story_articles
            JOIN articles ON articles.id = story_articles.article_id
            JOIN readings ON readings.article_id = articles.id AND {CurrentOfArticle}
            WHERE story_articles.story_id = @RowId
            ORDER BY readings.day, COALESCE(readings.published, ''), articles.public_id
            """,
            new { story.RowId })]);

    /// <summary>The current readings of a story's articles, in order of their ids; empty where there is no such story.</summary>
    /// <param name="id">The story's id.</param>
    /// <param name="most">How many at most, the earliest; a page of a thousand reports helps nobody.</param>
    public IReadOnlyList<StoredReading> StoryReadings(string id, int most = 1000) => Use<IReadOnlyList<StoredReading>>(connection =>
        FindStory(connection, id) is not { } story ? [] : Query(
            connection,
            $"""
            WHERE {CurrentOfArticle} AND articles.id IN (SELECT article_id FROM story_articles WHERE story_id = @RowId)
            ORDER BY readings.day, articles.public_id LIMIT @most
            """,
            new { story.RowId, most }));

    /// <summary>The story that an article tells; null where it is not known or not settled.</summary>
    /// <param name="article">The article's id.</param>
    public StoryRow? StoryOf(string article) => Use(connection => connection.QueryFirstOrDefault<StoryData>(
        $"{StoryColumns} WHERE id = (SELECT story_id FROM story_articles JOIN articles ON articles.id = story_articles.article_id WHERE articles.public_id = @article)",
        new { article })?.ToRow());

    /// <summary>The stories that a user calls so: one by its id, also a former one, or by an article's id or address; else by words of its name.</summary>
    /// <param name="name">The id, address or words.</param>
    /// <returns>Empty where nothing is called so; by words a few at most, the newest first.</returns>
    public IReadOnlyList<StoryRow> FindStories(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Use<IReadOnlyList<StoryRow>>(connection =>
            [.. StoryFinder.Find(connection, null, name).Select(id => FindStory(connection, id)?.ToRow()).OfType<StoryRow>()]);
    }

    private static StoryData? FindStory(DbConnection connection, string id) => StoryFinder.ById(connection, null, id) is not { } live
        ? null
        : connection.QueryFirstOrDefault<StoryData>(StoryColumns + " WHERE public_id = @live", new { live });

    private static string Pattern(string? words) => "%" + (words ?? "").Trim().ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";

    private static (string Day, long Articles, long Id) Cursor(string cursor)
    {
        var parts = cursor.Split('.');
        if (parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var articles)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return (parts[0], articles, id);
        }

        throw ListingCursor.Wrong();
    }

    // Dapper fills it by name.
    private sealed class StoryData
    {
        public string PublicId { get; init; } = "";

        public long RowId { get; init; }

        public string Name { get; init; } = "";

        public string FromDay { get; init; } = "";

        public string ToDay { get; init; } = "";

        public string Places { get; init; } = "";

        public string Parties { get; init; } = "";

        public long Articles { get; init; }

        public long Outlets { get; init; }

        public long Claims { get; init; }

        public string Cursor => string.Create(CultureInfo.InvariantCulture, $"{ToDay}.{Articles}.{RowId}");

        public StoryRow ToRow() => new()
        {
            Id = PublicId,
            Name = Name,
            From = FromDay.Length == 0 ? null : FromDay,
            To = ToDay.Length == 0 ? null : ToDay,
            Places = Places.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Parties = Parties.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Articles = Articles,
            Outlets = Outlets,
            Claims = Claims,
        };
    }
}
