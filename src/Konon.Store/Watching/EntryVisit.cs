using Konon.Bytes;

namespace Konon.Store.Watching;

/// <summary>What came of reading an entry: documents, or that nothing changed, or that nothing is there, or a fault.</summary>
/// <param name="Entry">The entry as it was held.</param>
public sealed record EntryVisit(WatchedEntry Entry)
{
    /// <summary>What was read, its documents kept already.</summary>
    public IReadOnlyList<PreparedEntry> Read { get; init; } = [];

    /// <summary>Documents that this version of Konon read before.</summary>
    public IReadOnlyList<Document> Known { get; init; } = [];

    /// <summary>When the server said that the version at hand is still the one; null where it did not.</summary>
    public DateTimeOffset? NotModifiedAt { get; init; }

    /// <summary>What the server answered where nothing is any more: <c>404</c>, <c>410</c>, <c>front page</c>; null where something is.</summary>
    public string? Absence { get; init; }

    /// <summary>Why it could not be read; null where it could.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether a person had it erased, so that it is not to be asked for again.</summary>
    public bool Forgotten { get; init; }

    /// <summary>The pause that the server asks for; null where it asks for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The server's validators of what was read; none where an article's words came from more than this one page.</summary>
    public Validators Validators { get; init; }
}
