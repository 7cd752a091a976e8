using System.Data.Common;
using Konon.Stories.Grouping;

namespace Konon.Store.Grouping;

/// <summary>People's decisions on stories, as the grouper takes them.</summary>
internal static class StoryDecisions
{
    /// <summary>Those that hold, in order.</summary>
    public static IReadOnlyList<StoryDecision> Of(DbConnection connection, DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(transaction);
        return [];
    }
}
