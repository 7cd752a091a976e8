using Konon.Fetch;

namespace Konon.Intake;

/// <summary>Fetches the addresses among the items, several at a time, and hands all out in their order.</summary>
/// <param name="fetcher">What fetches; null where nothing is fetched.</param>
/// <param name="waiting">Told which address is waited for.</param>
/// <param name="open">Makes items of what came; addresses may be among them.</param>
internal sealed class Ahead(Fetcher? fetcher, Action<string>? waiting, Func<Link, FetchedPage, IEnumerable<CoverageItem>> open)
{
    // As many hosts as are asked at one time; of one host the pace lets one request through after the other.
    private const int Most = 8;

    /// <summary>The items, with what came in the place of each address.</summary>
    public IEnumerable<CoverageItem> Resolve(IEnumerable<CoverageItem> items)
    {
        using var source = items.GetEnumerator();
        using var stop = new CancellationTokenSource();
        var queue = new Queue<(CoverageItem Item, Task<FetchResult>? Fetch)>();
        try
        {
            for (var more = true; ;)
            {
                // An item in hand goes out at once; only while an address is waited for are the next ones looked at.
                while (more && queue.Count < Most && (queue.Count == 0 || queue.Peek().Fetch is { IsCompleted: false }))
                {
                    more = source.MoveNext();
                    if (!more) break;
                    var fetching = source.Current.Link is { } ahead ? fetcher?.FetchAsync(new FetchRequest(ahead.Url), stop.Token) : null;
                    queue.Enqueue((source.Current, fetching));
                }

                if (queue.Count == 0) yield break;
                var (item, fetch) = queue.Dequeue();
                if (item.Link is not { } link)
                {
                    yield return item;
                    continue;
                }

                foreach (var arrived in Arrived(link, fetch)) yield return arrived;
            }
        }
        finally
        {
            // Whoever stops early waits for nothing that is still under way.
            stop.Cancel();
        }
    }

    private IEnumerable<CoverageItem> Arrived(Link link, Task<FetchResult>? fetch)
    {
        if (fetch is null) return [CoverageItem.Of(link.Url, IntakeRefusal.NothingFetchedHere)];
        if (!fetch.IsCompleted) waiting?.Invoke(link.Url);
        var result = fetch.GetAwaiter().GetResult();
        return result.Page is { } page ? Resolve(open(link, page)) : [CoverageItem.Of(link.Url, result)];
    }
}
