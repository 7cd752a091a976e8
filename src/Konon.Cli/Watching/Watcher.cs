using Konon.Ledger;
using Konon.Store.Watching;

namespace Konon.Cli.Watching;

/// <summary>Asks feeds and the addresses that they named, each when it is due, and commits what comes.</summary>
/// <remarks>
/// Several hosts are asked at a time, of each host one address. One thread holds, commits and tells; what is asked is read on others.
/// What is held in memory does not grow: the ledger knows what is due. A fault of the ledger ends it; nothing else does.
/// </remarks>
/// <param name="list">What is due.</param>
/// <param name="feeds">Asks feeds.</param>
/// <param name="entries">Asks entries.</param>
/// <param name="time">The clock.</param>
/// <param name="happened">Told what was committed, in order.</param>
internal sealed class Watcher(Watchlist list, FeedReading feeds, EntryReading entries, TimeProvider time, Action<WatchEvent> happened)
{
    // As many hosts as are asked at one time.
    private const int Most = 16;

    // A list of lists of sitemaps: nobody needs more.
    private const int DeepestList = 3;

    // A page that does not come is not waited for longer when the watch is to end.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    // While something is asked, what falls due in the meantime is looked for so often.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    // Another process may put something on the list while this one has nothing to do; a host may be left alone for a while.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // How many lists stand between a feed and the user's own words.
    private readonly Dictionary<long, int> _depths = [];
    private readonly SortedSet<long> _toAsk = [];
    private readonly List<long> _named = [];
    private readonly List<Errand> _underWay = [];
    private readonly Dictionary<string, DateTimeOffset> _leftAlone = new(StringComparer.OrdinalIgnoreCase);
    private bool _pulling;
    private bool _takingOver;

    /// <summary>The feeds: those that were named, and those that the lists among them name.</summary>
    public IReadOnlyCollection<long> Feeds => _depths.Keys;

    /// <summary>Asks each feed once, whether it is due or not, and reads what it names and was never read.</summary>
    /// <param name="addresses">The feeds, and lists of feeds.</param>
    /// <param name="cancel">Ends it; what had come by then is committed.</param>
    public async Task PullAsync(IEnumerable<string> addresses, CancellationToken cancel)
    {
        _pulling = true;
        Add(list.Follow(addresses), depth: 0);
        await StepAsync(cancel);
        // What somebody held all the time may have been left by one who was killed; should he live, the later of the two is left out.
        _takingOver = true;
        await StepAsync(cancel);
    }

    /// <summary>Goes on until it is cancelled, which is no exception; what had come by then is committed.</summary>
    /// <param name="addresses">The feeds, and lists of feeds.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WatchAsync(IEnumerable<string> addresses, CancellationToken cancel)
    {
        Watch(addresses);
        while (!cancel.IsCancellationRequested)
        {
            await StepAsync(cancel);
            var wait = list.NextAt(Feeds) - time.GetUtcNow() ?? LongestWait;
            if (wait < ShortestWait) wait = ShortestWait;
            await DelayAsync(wait < LongestWait ? wait : LongestWait, cancel);
        }
    }

    /// <summary>Puts feeds on the list and watches them from the next step on.</summary>
    internal void Watch(IEnumerable<string> addresses)
    {
        _named.AddRange(list.Follow(addresses));
        Survey();
    }

    /// <summary>Does all that is due until nothing is.</summary>
    internal async Task StepAsync(CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                Start(cancel);
                if (_underWay.Count == 0) return;
                using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                await Task.WhenAny([.. _underWay.Select(errand => errand.Task), DelayAsync(Glance, enough.Token)]);
                await enough.CancelAsync();
                CommitDone();
            }
        }
        finally
        {
            if (_underWay.Count > 0) await EndAsync();
        }
    }

    private void Start(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var (host, until) in _leftAlone.ToList())
        {
            if (until <= now) _leftAlone.Remove(host);
        }

        StartFeeds(now, cancel);
        var room = Most - _underWay.Count;
        if (room <= 0) return;
        // Hosts that are busy or left alone take places of the answer that others need.
        foreach (var due in list.DueEntries(Feeds, _pulling, _takingOver, Most + _underWay.Count + _leftAlone.Count))
        {
            if (_underWay.Count >= Most) return;
            if (!IsFree(due.Host) || list.Hold(due, _takingOver) is not { } entry) continue;
            _underWay.Add(new Errand(entry.Host) { Entry = entry, EntryVisit = entries.ReadAsync(entry, cancel) });
        }
    }

    private void StartFeeds(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var due in _pulling ? list.FeedsOf(_toAsk.Take(Most)) : list.DueFeeds(Feeds))
        {
            if (_underWay.Count >= Most) return;
            if (_pulling && (due.NotBefore > now || _leftAlone.ContainsKey(due.Host)))
            {
                _toAsk.Remove(due.Id);
                happened(new WatchEvent(WatchEventKind.FeedFailed, due.Address, now) { Why = "left for later: the server wants fewer requests" });
            }
            else if (IsFree(due.Host))
            {
                _toAsk.Remove(due.Id);
                if (list.Hold(due) is not { } feed) continue;
                _underWay.Add(new Errand(feed.Host) { Feed = feed, FeedVisit = feeds.ReadAsync(feed, cancel) });
            }
        }
    }

    private bool IsFree(string host) =>
        !_leftAlone.ContainsKey(host) && !_underWay.Exists(errand => string.Equals(errand.Host, host, StringComparison.OrdinalIgnoreCase));

    private void CommitDone()
    {
        var done = _underWay.FindAll(errand => errand.Task.IsCompleted);
        foreach (var errand in done) _underWay.Remove(errand);
        // A fault of the ledger comes out here, after what was read well is committed.
        var (fine, faulty) = (done.FindAll(errand => errand.Task.IsCompletedSuccessfully), done.Find(errand => errand.Task.IsFaulted));
        Release(done.Except(fine));
        Commit(
            [.. fine.Select(errand => errand.FeedVisit?.Result).OfType<FeedVisit>()],
            [.. fine.Select(errand => errand.EntryVisit?.Result).OfType<EntryVisit>()]);
        faulty?.Task.GetAwaiter().GetResult();
    }

    private void Commit(List<FeedVisit> feedVisits, List<EntryVisit> entryVisits)
    {
        foreach (var happening in list.Commit(_pulling ? "pull" : "watch", feedVisits, entryVisits)) happened(happening);
        foreach (var visit in feedVisits)
        {
            if (visit.NotBefore is { } until) _leftAlone[visit.Feed.Host] = until;
            if ((visit.Content?.Kind ?? visit.Feed.Kind) is "feeds" or "sitemaps") FollowMembers(visit.Feed.Id);
        }

        foreach (var visit in entryVisits)
        {
            if (visit.RetryAfter is { } pause) _leftAlone[visit.Entry.Host] = time.GetUtcNow() + FeedPace.Bounded(pause);
        }
    }

    // A pull takes what the list names now; a watch also lets go of what it no longer names.
    private void FollowMembers(long feed)
    {
        if (!_pulling) Survey();
        else if (_depths.TryGetValue(feed, out var depth) && depth < DeepestList) Add(list.MembersOf([feed]), depth + 1);
    }

    private void Survey()
    {
        _depths.Clear();
        IReadOnlyList<long> level = _named;
        for (var depth = 0; level.Count > 0 && depth <= DeepestList; depth++) level = list.MembersOf(Add(level, depth));
    }

    private List<long> Add(IReadOnlyList<long> feedNumbers, int depth)
    {
        var added = feedNumbers.Where(feed => _depths.TryAdd(feed, depth)).ToList();
        if (_pulling) _toAsk.UnionWith(added);
        return added;
    }

    // Whoever is told to stop commits what has come, and lets go of the rest.
    private async Task EndAsync()
    {
        await Task.WhenAny(Task.WhenAll(_underWay.Select(errand => errand.Task)), Task.Delay(LongestEnd, TimeProvider.System));
        var rest = _underWay.FindAll(errand => !errand.Task.IsCompleted);
        foreach (var errand in rest) _underWay.Remove(errand);
        CommitDone();
        Release(rest);
    }

    private void Release(IEnumerable<Errand> errands)
    {
        var held = errands.ToList();
        if (held.Count == 0) return;
        list.Release(held.Select(errand => errand.Feed).OfType<WatchedFeed>(), held.Select(errand => errand.Entry).OfType<WatchedEntry>());
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken cancel)
    {
        // Being told to stop is no fault here.
        await Task.Delay(wait, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
