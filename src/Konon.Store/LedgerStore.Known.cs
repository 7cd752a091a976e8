using Dapper;
using Konon.Store.Search;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Since when articles say what they say now, or stand as people decided: for feeds, whose entries must not move by
    /// themselves.</summary>
    /// <param name="articles">Their ids.</param>
    /// <returns>
    /// By article: when its words were seen first after other words, or the last decision on it, whichever is later. Another document with
    /// the same words, a sighting and another reader move nothing.
    /// </returns>
    public IReadOnlyDictionary<string, DateTimeOffset> ArticlesKnownSince(IReadOnlyCollection<string> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Use(connection =>
        {
            var known = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            foreach (var piece in articles.Chunk(Listings.Piece))
            {
                var seen = connection.Query<(string Article, long At, long IsCurrent)>(
                    """
                    SELECT articles.public_id, COALESCE(sightings.fetched_at, sightings.seen_at),
                      CASE WHEN EXISTS (
                        SELECT 1 FROM readings AS seen JOIN readings AS now ON now.article_id = seen.article_id AND now.current = 1
                        WHERE seen.article_id = articles.id AND seen.document_id = sightings.document_id
                          AND seen.text_digest = now.text_digest
                      ) THEN 1 ELSE 0 END
                    FROM articles JOIN sightings ON sightings.article_id = articles.id
                    WHERE articles.public_id IN @piece
                    """,
                    new { piece });
                foreach (var own in seen.GroupBy(row => row.Article, StringComparer.Ordinal))
                {
                    known[own.Key] = Time(SeenSince([.. own.Select(row => (row.At, row.IsCurrent == 1))]));
                }

                var decided = connection.Query<(string Article, long At)>(
                    """
                    SELECT articles.public_id, MAX(decisions.at) FROM articles JOIN decisions ON decisions.article_id = articles.id
                    WHERE articles.public_id IN @piece GROUP BY articles.public_id
                    """,
                    new { piece });
                foreach (var (article, at) in decided) known[article] = Later(known.GetValueOrDefault(article), Time(at));
            }

            return (IReadOnlyDictionary<string, DateTimeOffset>)known;
        });
    }

    /// <summary>The same for claims: when any version of an article was seen first that has a claim of these words, or the last
    /// decision on it.</summary>
    /// <param name="articles">The ids of the articles that make the claims.</param>
    /// <returns>By the article's id and the claim's words.</returns>
    public IReadOnlyDictionary<(string Article, string Words), DateTimeOffset> ClaimsKnownSince(IReadOnlyCollection<string> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Use(connection =>
        {
            var known = new Dictionary<(string, string), DateTimeOffset>();
            foreach (var piece in articles.Chunk(Listings.Piece))
            {
                var rows = connection.Query<(string Article, string Words, long At)>(
                    """
                    SELECT articles.public_id, claims.words, MIN(COALESCE(sightings.fetched_at, sightings.seen_at))
                    FROM articles
                    JOIN readings ON readings.article_id = articles.id
                    JOIN claims ON claims.reading_id = readings.id
                    JOIN sightings ON sightings.document_id = readings.document_id AND sightings.article_id = articles.id
                    WHERE articles.public_id IN @piece GROUP BY articles.public_id, claims.words
                    """,
                    new { piece });
                foreach (var (article, words, at) in rows) known[(article, words)] = Time(at);
                // A decision names the claim as it was called in the version that it was made on.
                var decided = connection.Query<(string Article, string Words, long At)>(
                    """
                    SELECT articles.public_id, claims.words, MAX(decisions.at)
                    FROM articles
                    JOIN decisions ON decisions.article_id = articles.id
                    JOIN claims ON claims.public_id = decisions.target
                    WHERE articles.public_id IN @piece GROUP BY articles.public_id, claims.words
                    """,
                    new { piece });
                foreach (var (article, words, at) in decided)
                {
                    known[(article, words)] = Later(known.GetValueOrDefault((article, words)), Time(at));
                }
            }

            return (IReadOnlyDictionary<(string, string), DateTimeOffset>)known;
        });
    }

    /// <summary>When the last report of each story was seen first.</summary>
    /// <param name="stories">Their ids.</param>
    public IReadOnlyDictionary<string, DateTimeOffset> StoriesKnownSince(IReadOnlyCollection<string> stories)
    {
        ArgumentNullException.ThrowIfNull(stories);
        return Use(connection =>
        {
            var known = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            foreach (var piece in stories.Chunk(Listings.Piece))
            {
                var rows = connection.Query<(string Story, long At)>(
                    """
                    SELECT first.story, MAX(first.at) FROM (
                      SELECT stories.public_id AS story, MIN(COALESCE(sightings.fetched_at, sightings.seen_at)) AS at
                      FROM stories
                      JOIN story_articles ON story_articles.story_id = stories.id
                      JOIN sightings ON sightings.article_id = story_articles.article_id
                      WHERE stories.public_id IN @piece GROUP BY stories.public_id, story_articles.article_id
                    ) AS first GROUP BY first.story
                    """,
                    new { piece });
                foreach (var (story, at) in rows) known[story] = Time(at);
            }

            return (IReadOnlyDictionary<string, DateTimeOffset>)known;
        });
    }

    // Words that came back are new again; of what is known only from files the first sighting counts, whatever was added behind it.
    private static long SeenSince(List<(long At, bool IsCurrent)> seen)
    {
        var now = seen.Where(one => one.IsCurrent).Select(one => one.At).ToList();
        if (now.Count == 0) return seen.Min(one => one.At);
        var other = seen.Where(one => !one.IsCurrent).Select(one => one.At).DefaultIfEmpty(long.MinValue).Max();
        return now.Where(at => at > other).DefaultIfEmpty(now.Min()).Min();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
