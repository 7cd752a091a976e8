namespace Konon.Web.Feeds;

/// <summary>Where a feed is.</summary>
/// <param name="Kind">What it follows: story, series, conflict.</param>
/// <param name="Id">The id that it has for good.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Path">Its address on this server, without <c>/feed.atom</c> or <c>/feed.json</c>.</param>
internal sealed record FeedAddress(string Kind, string Id, string Title, string Path)
{
    /// <summary>What stands behind the address, with its question mark; empty for nothing.</summary>
    public string Query { get; init; } = "";

    /// <summary>Its address as Atom.</summary>
    public string Atom => Path + "/feed.atom" + Query;

    /// <summary>Its address as JSON Feed.</summary>
    public string Json => Path + "/feed.json" + Query;
}
