using Konon.Bytes;
using Konon.Intake.Feeds;

namespace Konon.Intake;

/// <summary>Makes addresses to fetch of a feed's entries.</summary>
/// <remarks>An address that several feeds name is handed out once. Not thread-safe.</remarks>
internal sealed class FeedLinks(CoverageOptions options)
{
    // A list of feeds that names indexes that name sitemaps: nobody needs more.
    private const int DeepestList = 3;

    // A person's list of feeds has hundreds; an index of sitemaps has at most 50,000, by its standard.
    internal const int MaxEntriesRead = 50_000;

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>The addresses, and what is wrong with the feed where something is.</summary>
    /// <param name="input">The feed as the user knows it.</param>
    /// <param name="bytes">The feed.</param>
    /// <param name="carried">How it came; null for a file.</param>
    public IEnumerable<CoverageItem> Of(string input, byte[] bytes, Carried? carried)
    {
        var depth = (carried?.Link.Depth ?? 0) + 1;
        if (carried?.Link.To == LinkTo.Article || depth > DeepestList)
        {
            yield return CoverageItem.Of(input, IntakeRefusal.FeedInFeed);
            yield break;
        }

        var refusal = FeedReader.TryRead(bytes, carried?.Delivery.Url, MaxEntriesRead, out var feed);
        if (feed is not null)
        {
            var links = feed.Kind is FeedKind.FeedList or FeedKind.SitemapIndex ? Lists(feed, depth) : Articles(feed, depth, carried?.Link.Allowance);
            foreach (var link in links) yield return CoverageItem.Of(link);
        }

        if (refusal is { } reason) yield return CoverageItem.Of(input, reason);
    }

    private IEnumerable<Link> Lists(Feed feed, int depth)
    {
        // The sitemaps of one index are one list cut into files; the feeds of a person's list are each their own.
        var allowance = feed.Kind == FeedKind.SitemapIndex ? new Allowance(options.MaxEntries) : null;
        foreach (var entry in feed.InOrder())
        {
            if (allowance is { IsEmpty: true }) yield break;
            if (!_named.Add(entry.Link)) continue;
            yield return new Link(entry.Link, LinkTo.Feed) { Depth = depth, Allowance = allowance };
        }
    }

    private IEnumerable<Link> Articles(Feed feed, int depth, Allowance? allowance)
    {
        allowance ??= new Allowance(options.MaxEntries);
        foreach (var entry in feed.InOrder())
        {
            if (_named.Contains(entry.Link)) continue;
            if (!allowance.Take()) yield break;
            _named.Add(entry.Link);
            yield return new Link(entry.Link, LinkTo.Article)
            {
                Depth = depth,
                Feed = new FeedFields(entry.Id, entry.Title, entry.Published),
            };
        }
    }
}
