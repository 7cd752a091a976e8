using Konon.Bytes;

namespace Konon.Store.Watching;

/// <summary>What came of asking a feed.</summary>
/// <param name="Feed">The feed as it was held.</param>
/// <param name="NextAt">When a watch is to ask it again.</param>
public sealed record FeedVisit(WatchedFeed Feed, DateTimeOffset NextAt)
{
    /// <summary>Why it failed; null where it answered.</summary>
    public string? Fault { get; init; }

    /// <summary>What it holds now; null where nothing changed, or it failed. A feed that breaks off may have both this and a fault.</summary>
    public FeedContent? Content { get; init; }

    /// <summary>The server wants no request before; null where it does not say.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

/// <summary>What a feed holds.</summary>
/// <param name="Kind">As in <see cref="WatchedFeed.Kind"/>.</param>
/// <param name="Title">Its own name.</param>
/// <param name="Entries">The articles that it names, as many as are wanted.</param>
/// <param name="Members">The feeds that it names; null for a feed of articles.</param>
/// <param name="Validators">The server's validators of this version.</param>
public sealed record FeedContent(
    string Kind, string? Title, IReadOnlyList<NamedEntry> Entries, IReadOnlyList<string>? Members, Validators Validators)
{
    /// <summary>How long it asks to be left alone; null where it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }
}

/// <summary>An article as a feed names it.</summary>
/// <param name="Url">The address, absolute.</param>
/// <param name="Fields">What the feed says of it.</param>
public sealed record NamedEntry(string Url, FeedFields Fields);
