using Konon.Bytes;

namespace Konon.Store.Watching;

/// <summary>An address that a feed named, and what came of reading it.</summary>
public sealed record WatchedEntry
{
    /// <summary>The address as the feed wrote it.</summary>
    public required string Url { get; init; }

    /// <summary>The host of the address.</summary>
    public required string Host { get; init; }

    /// <summary>What the feed said of it when it was named first; every later reading takes the same along.</summary>
    public required FeedFields Feed { get; init; }

    /// <summary>When it was read first; null where it was not yet.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>How many readings after the first were done or left out.</summary>
    public int Rereadings { get; init; }

    /// <summary>When it is to be read; null for never again.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How many tries in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>Since when nothing is at the address; null where something was at the last time.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The article that it was at the last reading; null before the first.</summary>
    public string? Article { get; init; }

    /// <summary>The server's validators of the version at hand.</summary>
    public Validators Validators { get; init; }

    internal long Id { get; init; }

    internal long Holds { get; init; }

    internal string? Sha256 { get; init; }

    internal string? Label { get; init; }
}
