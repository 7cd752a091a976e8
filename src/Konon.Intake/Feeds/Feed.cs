using System.Globalization;

namespace Konon.Intake.Feeds;

/// <summary>What a list of addresses is a list of.</summary>
public enum FeedKind
{
    /// <summary>RSS 0.9x, 1.0, 2.0, Atom or JSON Feed: an outlet's newest articles.</summary>
    Articles,

    /// <summary>A sitemap: an outlet's pages, often with the time of publication.</summary>
    Sitemap,

    /// <summary>A sitemap of sitemaps.</summary>
    SitemapIndex,

    /// <summary>OPML: a person's list of feeds.</summary>
    FeedList,
}

/// <summary>A feed, sitemap or list of feeds, as plain data.</summary>
/// <param name="Kind">What its entries are.</param>
/// <param name="Title">Its own name; null without one.</param>
/// <param name="Entries">In the order in which they stand.</param>
public sealed record Feed(FeedKind Kind, string? Title, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>How long the feed asks to be left alone (RSS 2.0 <c>ttl</c>, whole minutes); null where it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The entries as they are worth reading: a feed's in its outlet's own order, those of sitemaps, in any order, newest first.</summary>
    public IEnumerable<FeedEntry> InOrder() => Kind is FeedKind.Sitemap or FeedKind.SitemapIndex
        ? Entries.OrderByDescending(entry => Time(entry.Published ?? entry.Updated))
        : Entries;

    private static DateTimeOffset Time(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MinValue;
}

/// <summary>One entry: an address, with what the feed says of it, each null where it does not say.</summary>
/// <param name="Link">The address, absolute where the feed gives or implies one.</param>
/// <param name="Id">The entry's own id.</param>
/// <param name="Title">The headline, plain text.</param>
/// <param name="Published">When it was published, as written.</param>
/// <param name="Updated">When it was last changed, as written.</param>
public sealed record FeedEntry(string Link, string? Id, string? Title, string? Published, string? Updated);
