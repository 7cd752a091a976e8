using Konon.Ledger.Alerts;

namespace Konon.Store.Alerts;

/// <summary>Who is told when something happens in a story, or in the stories that a search finds.</summary>
public sealed record Alert
{
    /// <summary>16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The story's id; null for a search.</summary>
    public string? Story { get; init; }

    /// <summary>The search; null for a story.</summary>
    public string? Query { get; init; }

    /// <summary>Where messages go.</summary>
    public required string Address { get; init; }

    /// <summary>What is told.</summary>
    public required IReadOnlyList<StoryEventKind> Kinds { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>How many messages were taken.</summary>
    public long Delivered { get; init; }

    /// <summary>How many are still to be taken.</summary>
    public long Waiting { get; init; }

    /// <summary>How many were given up, or had an article in them that was forgotten.</summary>
    public long GivenUp { get; init; }

    internal long Row { get; init; }

    internal long SinceSighting { get; init; }

    internal long Looks { get; init; }
}
