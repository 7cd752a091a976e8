using Konon.Bytes;
using Konon.Fetch;
using Konon.Intake;
using Konon.Intake.Feeds;
using Konon.Ledger;
using Konon.Store.Watching;

namespace Konon.Cli.Watching;

/// <summary>Asks a feed whether it has changed, and reads it where it has. Thread-safe.</summary>
internal sealed class FeedReading(Inputs inputs, Fetcher fetcher, TimeProvider time, WatchOptions options)
{
    // Of a sitemap of sitemaps the newest parts have all that is new; the others may be hundreds.
    private const int MostSitemaps = 5;

    // A person's list has hundreds.
    private const int MostFeeds = 10_000;

    /// <summary>What came of asking.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public async Task<FeedVisit> ReadAsync(WatchedFeed feed, CancellationToken cancel)
    {
        var request = new FetchRequest(feed.Address) { ETag = feed.Validators.ETag, LastModified = feed.Validators.LastModified };
        var answer = await fetcher.FetchAsync(request, cancel);
        if (answer.Page is not { } page) return Failed(feed, answer.Words!, answer.RetryAfter, answer.Refusal == FetchRefusal.TooManyRequests);
        if (page.NotModified && feed.Validators == default) return Failed(feed, "the server says \"not modified\" to whom it gave nothing", null);
        if (page.NotModified) return new FeedVisit(feed, Next(feed, feed.TimeToLive));
        return await Task.Run(() => Read(feed, page), cancel);
    }

    private FeedVisit Read(WatchedFeed feed, FetchedPage page)
    {
        Feed? read;
        IntakeRefusal? refusal;
        try
        {
            refusal = inputs.TryReadFeed(page, out read);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program on one feed costs that feed, and says which.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return Failed(feed, $"a fault in konon, please report it: {fault.GetType().Name}: {fault.Message}", null);
        }

        // A feed may be empty in the night; what is no feed, or breaks off, is a fault.
        var broken = refusal is { } reason && (read is null || reason != IntakeRefusal.FeedEmpty) ? RefusedInput.Message(reason) : null;
        if (read is null) return Failed(feed, broken!, null);
        var visit = broken is null ? new FeedVisit(feed, Next(feed, read.TimeToLive)) : Failed(feed, broken, null);
        return visit with { Content = Content(read, new Validators(page.ETag, page.LastModified)) };
    }

    private FeedContent Content(Feed read, Validators validators)
    {
        var isList = read.Kind is FeedKind.FeedList or FeedKind.SitemapIndex;
        var most = read.Kind switch { FeedKind.FeedList => MostFeeds, FeedKind.SitemapIndex => MostSitemaps, _ => options.MaxEntries };
        var named = read.InOrder().Where(entry => IsWeb(entry.Link)).DistinctBy(entry => entry.Link, StringComparer.Ordinal).Take(most).ToList();
        return new FeedContent(
            KindName(read.Kind),
            read.Title,
            isList ? [] : [.. named.Select(entry => new NamedEntry(entry.Link, new FeedFields(entry.Id, entry.Title, entry.Published)))],
            isList ? [.. named.Select(entry => entry.Link)] : null,
            validators)
        {
            TimeToLive = read.TimeToLive,
        };
    }

    private FeedVisit Failed(WatchedFeed feed, string fault, TimeSpan? retryAfter, bool tooMany = false)
    {
        // Who says "too many" without saying how long is left alone for as long as any feed.
        var pause = retryAfter is { } asked ? FeedPace.Bounded(asked) : tooMany ? options.Every : (TimeSpan?)null;
        var now = time.GetUtcNow();
        return new FeedVisit(feed, now + FeedPace.Pause(feed.Address, options.Every, failures: feed.Failures + 1, retryAfter: retryAfter))
        {
            Fault = fault,
            NotBefore = now + pause,
        };
    }

    private DateTimeOffset Next(WatchedFeed feed, TimeSpan? timeToLive) =>
        time.GetUtcNow() + FeedPace.Pause(feed.Address, options.Every, timeToLive);

    internal static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");

    private static string KindName(FeedKind kind) => kind switch
    {
        FeedKind.FeedList => "feeds",
        FeedKind.SitemapIndex => "sitemaps",
        FeedKind.Sitemap => "sitemap",
        _ => "articles",
    };
}
