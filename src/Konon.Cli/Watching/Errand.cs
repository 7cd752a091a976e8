using Konon.Store.Watching;

namespace Konon.Cli.Watching;

/// <summary>One address that is being asked.</summary>
/// <param name="Host">Its host, of which only one address is asked at a time.</param>
internal sealed record Errand(string Host)
{
    /// <summary>The feed as it is held; null where it is an entry.</summary>
    public WatchedFeed? Feed { get; init; }

    /// <summary>What comes of the feed.</summary>
    public Task<FeedVisit>? FeedVisit { get; init; }

    /// <summary>The entry as it is held; null where it is a feed.</summary>
    public WatchedEntry? Entry { get; init; }

    /// <summary>What comes of the entry.</summary>
    public Task<EntryVisit>? EntryVisit { get; init; }

    /// <summary>Whichever of the two there is.</summary>
    public Task Task => (Task?)FeedVisit ?? EntryVisit!;
}
