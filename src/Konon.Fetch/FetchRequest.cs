namespace Konon.Fetch;

/// <summary>One page to fetch.</summary>
/// <param name="Url">The address, http or https; a fragment and a user's name in it are left out.</param>
public sealed record FetchRequest(string Url)
{
    /// <summary>The ETag of the version at hand, as it came; null asks for the page whatever its version.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the version at hand, as it came; null asks for the page whatever its age.</summary>
    public string? LastModified { get; init; }
}
