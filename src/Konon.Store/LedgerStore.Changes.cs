using Dapper;
using Konon.Ledger.Listing;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    private const string Wordings =
        "FROM story_articles JOIN readings ON readings.article_id = story_articles.article_id WHERE story_articles.story_id";

    private const string Reworded = "HAVING COUNT(DISTINCT readings.document_id) > 1 AND COUNT(DISTINCT readings.text_digest) > 1";

    /// <summary>A mark that is another after anything was added, decided, erased or grouped, by whatever process; for caches of what is shown.</summary>
    /// <remarks>A few looks at the ends of indexes: it costs the same however much the ledger holds.</remarks>
    public string ChangeMark() => Use(connection =>
    {
        var (readings, sightings, decisions, tombstones, unsettled) = connection.QuerySingle<(long, long, long, long, long)>(
            """
            SELECT (SELECT COALESCE(MAX(id), 0) FROM readings), (SELECT COALESCE(MAX(id), 0) FROM sightings),
              (SELECT COALESCE(MAX(id), 0) FROM decisions), (SELECT COUNT(*) FROM tombstones), (SELECT MAX(unsettled) FROM story_state)
            """);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{readings}.{sightings}.{decisions}.{tombstones}.{unsettled}");
    });

    /// <summary>The ids of a story's articles that stood at their address in more than one wording, in order.</summary>
    /// <param name="id">The story's id; nothing where there is no such story.</param>
    public IReadOnlyList<string> RevisedArticles(string id) => Use<IReadOnlyList<string>>(connection =>
        FindStory(connection, id) is not { } story ? [] : [.. connection.Query<string>(
            $"""
            SELECT articles.public_id FROM articles
            WHERE articles.id IN (SELECT readings.article_id {Wordings} = @RowId GROUP BY readings.article_id {Reworded})
            ORDER BY articles.public_id
            """,
            new { story.RowId })]);

    /// <summary>What lists of stories show beside the rows. Linear in the articles of those stories.</summary>
    /// <param name="ids">Ids that stories have now; of others nothing is given.</param>
    public IReadOnlyList<StoryDigest> StoryDigests(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Use<IReadOnlyList<StoryDigest>>(connection =>
        {
            var stories = connection.Query<(long Row, string Id)>(
                "SELECT id, public_id FROM stories WHERE public_id IN @ids", new { ids }).ToList();
            var rows = stories.ConvertAll(story => story.Row);
            var days = connection.Query<(long Story, string Day, long Claims)>(
                """
                SELECT story_articles.story_id, readings.day, CAST(SUM(readings.claims) AS BIGINT)
                FROM story_articles JOIN readings ON readings.id = story_articles.reading_id
                WHERE story_articles.story_id IN @rows AND readings.day <> ''
                GROUP BY story_articles.story_id, readings.day ORDER BY readings.day
                """,
                new { rows }).ToLookup(day => day.Story, day => new ClaimsOfDay(day.Day, day.Claims));
            var revised = connection.Query<long>(
                $"SELECT story_articles.story_id {Wordings} IN @rows GROUP BY readings.article_id, story_articles.story_id {Reworded}",
                new { rows }).CountBy(story => story).ToDictionary();
            return [.. stories.Select(story => new StoryDigest(story.Id, revised.GetValueOrDefault(story.Row), [.. days[story.Row]]))];
        });
    }
}
