using System.Data.Common;
using Dapper;
using Konon.Stories.Grouping;
using Konon.Text;

namespace Konon.Store.Grouping;

/// <summary>Writes down what grouping gave, where it differs from what stands there.</summary>
internal sealed class StoryWriter(DbConnection connection, DbTransaction transaction, GroupedArticles grouped)
{
    private readonly Dictionary<string, long> _stories = connection
        .Query<(string PublicId, long Id)>("SELECT public_id, id FROM stories", transaction: transaction)
        .ToDictionary(row => row.PublicId, row => row.Id, StringComparer.Ordinal);

    private readonly Dictionary<long, (long Story, long Reading, string Part)> _told = connection
        .Query<(long Article, long Story, long Reading, string Part)>(
            "SELECT article_id, story_id, reading_id, part FROM story_articles", transaction: transaction)
        .ToDictionary(row => row.Article, row => (row.Story, row.Reading, row.Part));

    // The stories whose row is to be made anew, and where the earliest article went that left each.
    // A story without a name lost an article to forgetting, its name with it.
    private readonly HashSet<long> _changed = [.. connection.Query<long>("SELECT id FROM stories WHERE name = ''", transaction: transaction)];
    private readonly Dictionary<long, string> _left = [];

    public void Write()
    {
        var live = new Dictionary<long, GroupedStory>(grouped.Stories.Count);
        using (var add = New(
            """
            INSERT INTO stories (public_id, name, from_day, to_day, places, parties, articles, outlets, claims)
            VALUES (@0, '', '', '', '', '', 0, 0, 0) RETURNING id
            """,
            1))
        {
            foreach (var story in grouped.Stories) live.Add(IdOf(story, add), story);
        }

        using (var tell = New(
            """
            INSERT INTO story_articles (article_id, story_id, reading_id, part) VALUES (@0, @1, @2, @3)
            ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, reading_id = excluded.reading_id, part = excluded.part
            """,
            4))
        {
            foreach (var (id, story) in live) Tell(id, story, tell);
        }

        using (var forget = New("DELETE FROM story_articles WHERE article_id = @0", 1))
        {
            foreach (var (article, (story, _, _)) in _told)
            {
                forget.Run(article);
                _changed.Add(story);
            }
        }

        foreach (var id in _changed.Where(live.ContainsKey)) Describe(id, live[id]);
        foreach (var (name, id) in _stories.Where(pair => !live.ContainsKey(pair.Value))) Remove(name, id);
    }

    private Statement New(string sql, int parameters) => new(connection, transaction, sql, parameters);

    private long IdOf(GroupedStory story, Statement add)
    {
        if (_stories.TryGetValue(story.Id.Value, out var known)) return known;
        var id = add.Number(story.Id.Value)!.Value;
        _stories.Add(story.Id.Value, id);
        _changed.Add(id);
        return id;
    }

    private void Tell(long id, GroupedStory story, Statement tell)
    {
        foreach (var sketch in story.Articles)
        {
            var row = grouped.Articles[sketch.Key];
            var isTold = _told.Remove(row.Article, out var before);
            var part = grouped.PartOf(sketch.Key).Value;
            if (isTold && before == (id, row.Reading, part)) continue;
            tell.Run(row.Article, id, row.Reading, part);
            _changed.Add(id);
            if (!isTold || before.Story == id) continue;
            _changed.Add(before.Story);
            _left.TryAdd(before.Story, story.Id.Value);
        }
    }

    private void Describe(long id, GroupedStory story)
    {
        var description = StoryDescriber.Describe(story.Articles);
        connection.Execute(
            $"""
            UPDATE stories SET name = @name, from_day = @from, to_day = @to, places = @places, parties = @parties,
              articles = (SELECT COUNT(*) FROM story_articles WHERE story_id = @id),
              outlets = (SELECT COUNT(DISTINCT readings.outlet) FROM story_articles
                JOIN readings ON readings.article_id = story_articles.article_id WHERE story_articles.story_id = @id AND {LedgerStore.CurrentOfArticle}),
              claims = (SELECT COALESCE(SUM(readings.claims), 0) FROM story_articles
                JOIN readings ON readings.article_id = story_articles.article_id WHERE story_articles.story_id = @id AND {LedgerStore.CurrentOfArticle})
            WHERE id = @id
            """,
            new
            {
                id,
                name = description.Name,
                from = Day(description.From),
                to = Day(description.To),
                places = string.Join('\n', description.Places),
                parties = string.Join('\n', description.Parties),
            },
            transaction);
    }

    private void Remove(string name, long id)
    {
        connection.Execute("DELETE FROM stories WHERE id = @id", new { id }, transaction);
        if (!_left.TryGetValue(id, out var into)) return;
        connection.Execute(
            "INSERT INTO story_redirects (from_id, to_id) VALUES (@name, @into) ON CONFLICT (from_id) DO UPDATE SET to_id = excluded.to_id",
            new { name, into },
            transaction);
    }

    private static string Day(DateTime? time) => time is { } known ? IsoDay.Of(DateOnly.FromDateTime(known)) : "";
}
