namespace Konon.Fetch;

/// <summary>Keeps the requests to one host apart in time. Thread-safe.</summary>
internal sealed class HostPace(FetchOptions options, TimeProvider time)
{
    // A long run meets many hosts; those that may be asked again at once need not be remembered.
    private const int ManyHosts = 4096;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn, and takes it.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="crawlDelay">The pause that its robots.txt asks for; null where it asks for none.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<FetchRefusal?> WaitAsync(string host, TimeSpan? crawlDelay, CancellationToken cancel)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var interval = crawlDelay > options.Pace ? crawlDelay.Value : options.Pace;
            var known = _next.TryGetValue(host, out var next);
            if (known && interval > options.MaxCrawlDelay && next > now) return FetchRefusal.CrawlDelayTooLong;
            wait = known && next > now ? next - now : TimeSpan.Zero;
            if (interval > TimeSpan.Zero) _next[host] = now + wait + interval;
            if (_next.Count > ManyHosts) Forget(now);
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancel);
        return null;
    }

    /// <summary>Nobody asks the host again before <paramref name="pause"/> is over.</summary>
    public void HoldOff(string host, TimeSpan pause)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + pause;
            if (!_next.TryGetValue(host, out var next) || next < until) _next[host] = until;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (host, next) in _next.ToList())
        {
            if (next <= now) _next.Remove(host);
        }
    }
}
