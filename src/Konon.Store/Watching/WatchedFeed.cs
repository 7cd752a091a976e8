namespace Konon.Store.Watching;

/// <summary>A feed, sitemap or list of feeds that is pulled, and what came of asking it.</summary>
public sealed record WatchedFeed
{
    /// <summary>The address, as it was named.</summary>
    public required string Address { get; init; }

    /// <summary>The host of the address.</summary>
    public required string Host { get; init; }

    /// <summary>What it lists: <c>articles</c>, <c>sitemap</c>, <c>sitemaps</c> or <c>feeds</c>; null until it was read.</summary>
    public string? Kind { get; init; }

    /// <summary>Its own name; null where it has none, or was never read.</summary>
    public string? Title { get; init; }

    /// <summary>How long it asks to be left alone; null where it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>When it was asked last; null before the first time.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it answered last as a feed; null where it never did.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When a watch asks it again.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>How many times in a row it has failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why it failed last; null where it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>How many articles it was the first to name, or the last before they were read.</summary>
    public int Entries { get; init; }

    /// <summary>How many of these are still to be read.</summary>
    public int Waiting { get; init; }

    /// <summary>How many of these were given up.</summary>
    public int GivenUp { get; init; }

    /// <summary>The server's validators of the version at hand.</summary>
    public Validators Validators { get; init; }

    /// <summary>The server wants no request before.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Its number in this ledger; not to be shown.</summary>
    public long Id { get; init; }

    internal long Holds { get; init; }
}

/// <summary>What a server gives so that it can say "not modified" (RFC 9110, section 8.8); each null where it gave none.</summary>
/// <param name="ETag">The ETag header as it came.</param>
/// <param name="LastModified">The Last-Modified header as it came.</param>
public readonly record struct Validators(string? ETag, string? LastModified);
