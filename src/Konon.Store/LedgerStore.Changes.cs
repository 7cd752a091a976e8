using Dapper;

namespace Konon.Store;

public sealed partial class LedgerStore
{
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

    /// <summary>How many articles of a story stood at their address in more than one wording.</summary>
    /// <param name="id">The story's id; 0 where there is no such story.</param>
    public int RevisedIn(string id) => Use(connection => FindStory(connection, id) is not { } story ? 0 : connection.QuerySingle<int>(
        """
        SELECT COUNT(*) FROM (
          SELECT article_id FROM readings
          WHERE article_id IN (SELECT article_id FROM story_articles WHERE story_id = @RowId)
          GROUP BY article_id
          HAVING COUNT(DISTINCT document_id) > 1 AND COUNT(DISTINCT text_digest) > 1) AS revised
        """,
        new { story.RowId }));
}
