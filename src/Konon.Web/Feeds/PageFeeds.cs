namespace Konon.Web.Feeds;

/// <summary>The feeds of what a page shows, for its head; set by whoever answers with the page.</summary>
/// <param name="Addresses">The feeds.</param>
internal sealed record PageFeeds(IReadOnlyList<FeedAddress> Addresses);
