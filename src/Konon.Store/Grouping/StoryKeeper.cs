using System.Data.Common;
using System.Globalization;
using Dapper;
using Konon.Ledger;
using Konon.Ledger.Review;
using Konon.Stories.Grouping;

namespace Konon.Store.Grouping;

/// <summary>Keeps the stories of a ledger: groups its articles, and writes down which tell one event.</summary>
/// <remarks>
/// The stories are a function of the current readings and of people's decisions, so that they are made anew from the sketches and only what
/// differs is written. An article before which nothing changed keeps its part unasked (<see cref="SketchBook"/>), several times as fast as
/// finding it. Nothing is done where nothing came since the last time.
/// </remarks>
internal sealed class StoryKeeper(LedgerStore store)
{
    // How often progress is told.
    private const int Piece = 50_000;

    /// <summary>Brings the stories up to date.</summary>
    /// <param name="progress">Told how many articles were grouped; null where nobody wants to know.</param>
    public void Settle(Action<int>? progress)
    {
        if (!IsUnsettled()) return;
        store.Write((connection, transaction) =>
        {
            var rules = Rules(connection, transaction);
            var grouped = Group(connection, transaction, new SketchBook(connection, transaction, rules), progress);
            new StoryWriter(connection, transaction, grouped).Write();
            connection.Execute("UPDATE story_state SET unsettled = 0, rules = @rules", new { rules }, transaction);
            return 0;
        });
    }

    /// <summary>Notes that the stories are to be settled again.</summary>
    public static void Unsettle(DbConnection connection, DbTransaction transaction) =>
        connection.Execute("UPDATE story_state SET unsettled = 1 WHERE unsettled = 0", transaction: transaction);

    /// <summary>Notes that what is kept of the stories says nothing of an article that went: they are to be made from nothing.</summary>
    public static void Forget(DbConnection connection, DbTransaction transaction) =>
        connection.Execute("UPDATE story_state SET unsettled = 1, rules = ''", transaction: transaction);

    private bool IsUnsettled() => store.Use(connection => connection.QuerySingle<long>("SELECT unsettled FROM story_state")) != 0;

    // Under what the kept stories stand: another Konon may group otherwise, and so may people.
    private static string Rules(DbConnection connection, DbTransaction transaction)
    {
        var last = connection.QuerySingle<long>(
            "SELECT COALESCE(MAX(id), 0) FROM decisions WHERE kind = @kind", new { kind = DecisionNames.Of(DecisionTarget.Story) }, transaction);
        return string.Create(CultureInfo.InvariantCulture, $"{Reader.Name} {last}");
    }

    private static GroupedArticles Group(DbConnection connection, DbTransaction transaction, SketchBook book, Action<int>? progress)
    {
        var grouper = new StoryGrouper(GroupingOptions.Default with { Held = Math.Max(GroupingOptions.Default.Held, book.Count) });
        var articles = new Dictionary<string, ArticleRow>(book.Count, StringComparer.Ordinal);
        foreach (var (sketch, row, part) in book.Sketches())
        {
            articles[sketch.Key] = row;
            grouper.Add(sketch, part);
            if (articles.Count % Piece == 0) progress?.Invoke(articles.Count);
        }

        progress?.Invoke(articles.Count);
        grouper.Decide(StoryDecisions.Of(connection, transaction));
        grouper.Settle();
        return new GroupedArticles(articles, grouper.Stories(), key => grouper.TryFind(key, out var story) ? story.Part : default);
    }
}

/// <summary>What grouping gave.</summary>
/// <param name="Articles">The rows of each article, by its key.</param>
/// <param name="Stories">The stories, by their earliest article.</param>
/// <param name="PartOf">The story that an article has without people's decisions, by the article's key.</param>
internal sealed record GroupedArticles(
    IReadOnlyDictionary<string, ArticleRow> Articles, IReadOnlyList<GroupedStory> Stories, Func<string, StoryId> PartOf);

/// <summary>The database's numbers of an article and of its current reading.</summary>
internal readonly record struct ArticleRow(long Article, long Reading);
