namespace Konon.Store.Watching;

/// <summary>What happened to one entry or feed.</summary>
public enum WatchEventKind
{
    /// <summary>An article that the ledger did not have.</summary>
    Added,

    /// <summary>A first reading that gave an article that the ledger had from elsewhere.</summary>
    Known,

    /// <summary>The article says something else than before: a new version.</summary>
    Changed,

    /// <summary>The article says what it said.</summary>
    Unchanged,

    /// <summary>Nothing is at the address any more. What was read stays.</summary>
    Vanished,

    /// <summary>The address, which had vanished, holds the article again.</summary>
    Returned,

    /// <summary>Another article is at the address now.</summary>
    Moved,

    /// <summary>It could not be read, and is tried again.</summary>
    Failed,

    /// <summary>It could not be read so often that it is not tried again.</summary>
    GivenUp,

    /// <summary>A person had it erased; it is not asked for again.</summary>
    Forgotten,

    /// <summary>A feed that named articles that were not known.</summary>
    FeedNews,

    /// <summary>A feed without news.</summary>
    FeedQuiet,

    /// <summary>A feed that could not be read.</summary>
    FeedFailed,
}

/// <summary>One thing that happened while feeds were read, as it was committed.</summary>
/// <param name="Kind">What.</param>
/// <param name="Address">The entry's or feed's address.</param>
/// <param name="At">When it was committed.</param>
public sealed record WatchEvent(WatchEventKind Kind, string Address, DateTimeOffset At)
{
    /// <summary>The article's id; null where there is none.</summary>
    public string? Article { get; init; }

    /// <summary>The headline; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet; null where nobody said.</summary>
    public string? Outlet { get; init; }

    /// <summary>Why it failed, or what was found instead; null where nothing is to be said.</summary>
    public string? Why { get; init; }

    /// <summary>How many articles a feed named that were not known; 0 for an entry.</summary>
    public int News { get; init; }
}
