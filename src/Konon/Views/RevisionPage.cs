using Konon.Ledger.Revisions;

namespace Konon.Views;

/// <summary>What a page on the change of an article shows.</summary>
public sealed record RevisionPage
{
    /// <summary>The article's id or address, as the user may name it.</summary>
    public required string Article { get; init; }

    /// <summary>Its headline now; null without one.</summary>
    public required string? Title { get; init; }

    /// <summary>The older version.</summary>
    public required VersionLabel From { get; init; }

    /// <summary>The newer version.</summary>
    public required VersionLabel To { get; init; }

    /// <summary>The older text.</summary>
    public required string Before { get; init; }

    /// <summary>The newer text.</summary>
    public required string After { get; init; }

    /// <summary>What changed.</summary>
    public required Revision Revision { get; init; }
}

/// <summary>Which version.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Seen">When it was seen first.</param>
/// <param name="Sha256">The document's digest.</param>
public readonly record struct VersionLabel(int Number, DateTimeOffset Seen, string Sha256)
{
    /// <summary>The time to the minute, UTC: <c>2025-03-04 09:10 UTC</c>.</summary>
    public string Time => Seen.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
