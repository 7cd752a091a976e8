using Konon.Claims;
using Konon.Ledger.Revisions;

namespace Konon.Store.Versions;

/// <summary>What a version is, beside the one before it.</summary>
public enum VersionChange
{
    /// <summary>There is none before it.</summary>
    First,

    /// <summary>Other bytes that say the same: advertisements, related links, counters.</summary>
    OnlyFurniture,

    /// <summary>Other words, and the outlet says so.</summary>
    Corrected,

    /// <summary>Other words, and the outlet does not say so.</summary>
    Silent,

    /// <summary>Different versions of Konon read both, and the bytes are no longer there to read both alike.</summary>
    Unknown,
}

/// <summary>One document of an article, as it stood at the article's address for a time.</summary>
public sealed record ArticleVersion
{
    /// <summary>The number of the text, from 1: versions that say the same have the same.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was seen first: when it was fetched, or else when it was added.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was seen last.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Whether the times are those of fetching; else they are those of adding, which say little of when it stood there.</summary>
    public required bool WasFetched { get; init; }

    /// <summary>What it is beside the one before it.</summary>
    public required VersionChange Change { get; init; }

    /// <summary>Whether it is what the article says now.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>What was read; all versions of a list are read by the same reader, unless <see cref="Change"/> says otherwise.</summary>
    public required Reading Reading { get; init; }

    /// <summary>What changed from the version before it; null for the first.</summary>
    public Revision? Revision { get; init; }
}
