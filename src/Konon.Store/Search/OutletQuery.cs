namespace Konon.Store.Search;

/// <summary>Asks for outlets, by name.</summary>
public sealed record OutletQuery
{
    /// <summary>How many, 1 to 1,000; 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The name behind which the page begins; null from the first.</summary>
    public string? Cursor { get; init; }
}
