using System.Data.Common;
using Dapper;
using Konon.Claims;
using Konon.Ledger;
using Konon.Ledger.Alerts;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;
using Konon.Store.Review;
using Konon.Store.Search;
using Konon.Stories;
using Konon.Views;

namespace Konon.Store.Alerts;

/// <summary>Looks at the stories of an alert, and writes down what happened in them since the last look.</summary>
/// <remarks>
/// <para>
/// A look sets the story as it is beside the story as the alert knows it: made of the documents that it has looked at, by the same reader
/// and with the same decisions. What differs happened in the coverage. The events and the documents looked at are committed together, and
/// only where no other look at the alert was committed meanwhile: nothing is lost and nothing found twice, whoever is stopped when.
/// </para>
/// <para>A story in which no document is new costs two queries; one of a thousand reports costs two seconds when something is.</para>
/// </remarks>
public sealed class AlertLook(LedgerStore store, TimeProvider time)
{
    // Of a search the stories of so many articles, the newest, are looked at; more stories are no saved search but the whole ledger.
    private const int MostArticles = LedgerQuery.LongestPage;
    private const int MostStories = 20;

    // The latest reports of a story; a look at more costs seconds.
    private const int MostReports = 1000;

    /// <summary>Looks once.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="events">How many events were found.</param>
    /// <returns>False where another look was committed meanwhile: what this one saw may be looked at once more.</returns>
    public bool TryLook(Alert alert, out int events)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var found = alert.Query is { } query ? Sought(query) : null;
        events = 0;
        foreach (var story in Stories(alert, found))
        {
            if (!TryLook(ref alert, story, found, out var count)) return false;
            events += count;
        }

        return true;
    }

    private bool TryLook(ref Alert alert, StoryRow story, HashSet<string>? found, out int count)
    {
        count = 0;
        var (now, known, fresh) = Documents(alert, story.Id);
        if (fresh.Count == 0) return true;
        var reviews = store.Reviews();
        // Most readings stand in both.
        var read = new Dictionary<string, Reading>(StringComparer.Ordinal);
        var events = StoryEventFinder.Between(Build(known, reviews, read), Build(now, reviews, read));
        var kinds = alert.Kinds;
        var wanted = events.Where(happened => kinds.Contains(happened.Kind) && Concerns(happened, found)).ToList();
        var looked = alert;
        if (!store.Write((connection, transaction) => TryCommit(connection, transaction, looked, story, fresh, wanted))) return false;
        alert = alert with { Looks = alert.Looks + 1 };
        count = wanted.Count;
        return true;
    }

    private IEnumerable<StoryRow> Stories(Alert alert, HashSet<string>? found)
    {
        if (found is null) return store.Story(alert.Story!) is { } own ? [own] : [];
        return found.Select(store.StoryOf).OfType<StoryRow>().DistinctBy(story => story.Id, StringComparer.Ordinal).Take(MostStories);
    }

    private HashSet<string> Sought(string text)
    {
        if (SearchQuery.TryParse(text, out var query) is not null) return [];
        var page = store.Articles(new ArticleQuery { Words = query!.Words, Filter = query.Filter, Limit = MostArticles });
        return page.Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Concerns(StoryEvent happened, HashSet<string>? found) =>
        found is null || happened.Sides.Any(side => found.Contains(ArticleKey.Of(side.Report.Article).Id));

    // The story's readings now, the latest; as far as the alert knows them; and the documents among the former that are new to it.
    private (List<long> Now, List<long> Known, List<(long Article, long Document)> Fresh) Documents(Alert alert, string story) =>
        store.Use(connection =>
    {
        var rows = connection.Query<(long Reading, long Article, long Document, long IsKnown)>(
            $"""
            SELECT readings.id, readings.article_id, readings.document_id, CASE WHEN {IsKnown} THEN 1 ELSE 0 END
            FROM readings JOIN story_articles ON story_articles.article_id = readings.article_id
            JOIN stories ON stories.id = story_articles.story_id
            WHERE stories.public_id = @story AND {LedgerStore.CurrentOfArticle}
            ORDER BY readings.day DESC, readings.id DESC LIMIT @MostReports
            """,
            new { story, alert.Row, alert.SinceSighting, MostReports }).ToList();
        var fresh = rows.Where(row => row.IsKnown == 0).ToList();
        List<long> known = [.. rows.Where(row => row.IsKnown == 1).Select(row => row.Reading)];
        foreach (var row in fresh)
        {
            if (Earlier(connection, alert, row.Article) is { } earlier) known.Add(earlier);
        }

        return (rows.Select(row => row.Reading).ToList(), known, fresh.Select(row => (row.Article, row.Document)).ToList());
    });

    // The version of an article that the alert looked at last, as the newest reader reads it.
    private static long? Earlier(DbConnection connection, Alert alert, long article) => connection.QueryFirstOrDefault<long?>(
        $"""
        SELECT readings.id FROM readings
        WHERE readings.article_id = @article AND {IsKnown}
        ORDER BY (SELECT MAX(sightings.id) FROM sightings
          WHERE sightings.document_id = readings.document_id AND sightings.article_id = readings.article_id) DESC, readings.id DESC
        LIMIT 1
        """,
        new { article, alert.Row, alert.SinceSighting });

    // Seen before the alert was made, or looked at since.
    private const string IsKnown = """
        (EXISTS (SELECT 1 FROM sightings WHERE sightings.document_id = readings.document_id
            AND sightings.article_id = readings.article_id AND sightings.id <= @SinceSighting)
          OR EXISTS (SELECT 1 FROM alert_documents WHERE alert_documents.alert_id = @Row
            AND alert_documents.article_id = readings.article_id AND alert_documents.document_id = readings.document_id))
        """;

    private Story Build(List<long> readings, ReviewBook reviews, Dictionary<string, Reading> read) =>
        StoryBuilder.Build(store.Use(connection =>
        readings.Chunk(Listings.Piece)
            .SelectMany(ids => LedgerStore.Query(connection, "WHERE readings.id IN @ids", new { ids }))
            .Select(stored =>
                read.TryGetValue(stored.Id, out var made) ? made : read[stored.Id] = reviews.Effective(stored).WithoutRejected())
            .ToList()));

    private bool TryCommit(
        DbConnection connection, DbTransaction transaction, Alert alert, StoryRow story,
        List<(long Article, long Document)> fresh, List<StoryEvent> events)
    {
        const string Mine = "UPDATE alerts SET looks = looks + 1 WHERE id = @Row AND looks = @Looks";
        if (connection.Execute(Mine, new { alert.Row, alert.Looks }, transaction) == 0) return false;
        foreach (var (article, document) in fresh)
        {
            // It may have been forgotten a moment ago.
            connection.Execute(
                """
                INSERT INTO alert_documents (alert_id, article_id, document_id)
                SELECT @Row, articles.id, documents.id FROM articles, documents WHERE articles.id = @article AND documents.id = @document
                ON CONFLICT DO NOTHING
                """,
                new { alert.Row, article, document },
                transaction);
        }

        var now = time.GetUtcNow();
        foreach (var happened in events) Append(connection, transaction, alert, story, happened, now);
        return true;
    }

    private static void Append(
        DbConnection connection, DbTransaction transaction, Alert alert, StoryRow story, StoryEvent happened, DateTimeOffset now)
    {
        string[] articles = [.. happened.Sides.Select(side => ArticleKey.Of(side.Report.Article).Id).Distinct(StringComparer.Ordinal)];
        var rows = connection.Query<long>("SELECT id FROM articles WHERE public_id IN @articles", new { articles }, transaction).ToList();
        if (rows.Count < articles.Length) return;
        var id = connection.QueryFirstOrDefault<long?>(
            """
            INSERT INTO alert_events (alert_id, event, kind, found_at, message, attempts, next_at, holds, held_until)
            VALUES (@Row, @Id, @kind, @at, @message, 0, @at, 0, 0) ON CONFLICT DO NOTHING RETURNING id
            """,
            new
            {
                alert.Row,
                happened.Id,
                kind = happened.Kind.Name(),
                at = now.ToUnixTimeMilliseconds(),
                message = AlertJson.Of(happened, alert.Id, (story.Id, story.Name), now),
            },
            transaction);
        if (id is null) return;
        foreach (var article in rows)
        {
            connection.Execute(
                "INSERT INTO alert_event_articles (event_id, article_id) VALUES (@id, @article)", new { id, article }, transaction);
        }
    }
}
