using System.Data.Common;
using Dapper;
using Konon.Stories.Grouping;

namespace Konon.Store.Grouping;

/// <summary>Keeps the stories of a ledger: groups its articles, and writes down which tell one event.</summary>
/// <remarks>
/// The stories are a function of the current readings and of people's decisions, so that they are made anew from the sketches (some tens of
/// microseconds an article) and only what differs is written. Nothing is done where nothing came since the last time.
/// </remarks>
internal sealed class StoryKeeper(LedgerStore store)
{
    // As many as the grouper takes at a time: it lets go of what is too old after each settling.
    private const int Piece = 50_000;

    /// <summary>Brings the stories up to date.</summary>
    /// <param name="progress">Told how many articles were grouped; null where nobody wants to know.</param>
    public void Settle(Action<int>? progress)
    {
        if (!IsUnsettled()) return;
        store.Write((connection, transaction) =>
        {
            var rows = Rows(connection, transaction);
            var grouped = Group(connection, transaction, rows, progress);
            new StoryWriter(connection, transaction, grouped).Write();
            connection.Execute("UPDATE story_state SET unsettled = 0", transaction: transaction);
            return 0;
        });
    }

    /// <summary>Notes that the stories are to be settled again.</summary>
    public static void Unsettle(DbConnection connection, DbTransaction transaction) =>
        connection.Execute("UPDATE story_state SET unsettled = 1 WHERE unsettled = 0", transaction: transaction);

    private bool IsUnsettled() => store.Use(connection => connection.QuerySingle<long>("SELECT unsettled FROM story_state")) != 0;

    private static List<SketchRow> Rows(DbConnection connection, DbTransaction transaction) =>
    [
        .. connection.Query<SketchRow>(
            """
            SELECT readings.id AS Reading, readings.article_id AS Article FROM readings
            WHERE readings.current = 1 ORDER BY readings.day, readings.id
            """,
            transaction: transaction),
    ];

    private static GroupedArticles Group(DbConnection connection, DbTransaction transaction, List<SketchRow> rows, Action<int>? progress)
    {
        var grouper = new StoryGrouper(GroupingOptions.Default with { Held = Math.Max(GroupingOptions.Default.Held, rows.Count) });
        var articles = new Dictionary<string, ArticleRow>(rows.Count, StringComparer.Ordinal);
        using var find = new Statement(connection, transaction, "SELECT body FROM sketches WHERE reading_id = @0", 1);
        foreach (var piece in rows.Chunk(Piece))
        {
            foreach (var row in piece)
            {
                if (find.Value(row.Reading) is not byte[] body || !ArticleSketch.TryRead(body, out var sketch) || sketch is null) continue;
                articles[sketch.Key] = new ArticleRow(row.Article, row.Reading);
                grouper.Add(sketch);
            }

            progress?.Invoke(articles.Count);
        }

        grouper.Decide(StoryDecisions.Of(connection, transaction));
        grouper.Settle();
        return new GroupedArticles(articles, grouper.Stories());
    }

    // Dapper fills it by name.
    private sealed class SketchRow
    {
        public long Reading { get; init; }

        public long Article { get; init; }
    }
}

/// <summary>What grouping gave.</summary>
/// <param name="Articles">The rows of each article, by its key.</param>
/// <param name="Stories">The stories, by their earliest article.</param>
internal sealed record GroupedArticles(IReadOnlyDictionary<string, ArticleRow> Articles, IReadOnlyList<GroupedStory> Stories);

/// <summary>The database's numbers of an article and of its current reading.</summary>
internal readonly record struct ArticleRow(long Article, long Reading);
