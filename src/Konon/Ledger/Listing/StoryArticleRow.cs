namespace Konon.Ledger.Listing;

/// <summary>An article of a story.</summary>
public sealed record StoryArticleRow
{
    /// <summary>16 hexadecimal digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>The row's own id; null where it had none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, as precisely as is known.</summary>
    public string? Published { get; init; }
}
