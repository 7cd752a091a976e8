using System.Data.Common;
using Konon.Ledger.Review;
using Konon.Store.Review;
using Konon.Stories.Grouping;

namespace Konon.Store.Grouping;

/// <summary>People's decisions on stories, as the grouper takes them.</summary>
internal static class StoryDecisions
{
    /// <summary>So many articles stand for a story in a decision, the earliest.</summary>
    public const int MostOfAStory = 500;

    /// <summary>Those that hold, in order.</summary>
    public static IReadOnlyList<StoryDecision> Of(DbConnection connection, DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(transaction);
        var standing = Decision.Standing(DecisionTable.OfKind(connection, transaction, DecisionTarget.Story));
        return [.. standing.Select((decision, i) => Of(decision, i + 1))];
    }

    /// <summary>The articles that a decision speaks of, as it keeps them.</summary>
    public static string Write(IEnumerable<string> articles) => string.Join(' ', articles.Distinct(StringComparer.Ordinal));

    private static StoryDecision Of(Decision decision, long order)
    {
        var articles = (decision.Value ?? decision.Target).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return decision.Action == DecisionAction.Merge ? StoryDecision.Merge(order, articles) : StoryDecision.Split(order, articles);
    }
}
