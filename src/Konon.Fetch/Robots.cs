using System.Text;

namespace Konon.Fetch;

/// <summary>What each outlet's robots.txt says, asked once and kept for a day. Thread-safe.</summary>
internal sealed class Robots(FetchOptions options, TimeProvider time, Func<Uri, BodyLimits, CancellationToken, Task<Answer>> ask)
{
    private const int MaxOutlets = 4096;

    // RFC 9309: at least five redirects in a row.
    private const int MaxRedirects = 5;

    // A server with a fault is given a moment, not a day.
    private static readonly TimeSpan FaultLifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>Whether the page may be fetched.</summary>
    /// <param name="url">The page's address.</param>
    /// <param name="cancel">Ends the waiting; the robots.txt is asked for all the same.</param>
    public async Task<Verdict> CheckAsync(Uri url, CancellationToken cancel)
    {
        var verdict = await Keep(url.GetLeftPart(UriPartial.Authority)).WaitAsync(cancel);
        if (verdict.Refusal is not null || verdict.Rules.Allows(url.PathAndQuery)) return verdict;
        return verdict with { Refusal = FetchRefusal.RobotsForbid };
    }

    private Task<Verdict> Keep(string outlet)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_kept.TryGetValue(outlet, out var kept) && now < kept.AskedAt + Lifetime(kept.Verdict)) return kept.Verdict;
            if (_kept.Count >= MaxOutlets) _kept.Remove(_kept.MinBy(entry => entry.Value.AskedAt).Key);
            var asked = Task.Run(() => AskAsync(new Uri(outlet + "/robots.txt")));
            _kept[outlet] = new Kept(asked, now);
            return asked;
        }
    }

    private TimeSpan Lifetime(Task<Verdict> verdict) =>
        verdict is { IsCompletedSuccessfully: true, Result.Refusal: not null } or { IsFaulted: true } ? FaultLifetime : options.RobotsLifetime;

    private async Task<Verdict> AskAsync(Uri url)
    {
        var limits = new BodyLimits(options.MaxWireBytes, options.MaxRobotsBytes, Cut: true);
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var answer = await ask(url, limits, CancellationToken.None);
            if (answer.Location is not { } location) return Judge(answer);
            if (Addresses.Read(location, url, out var next) is not null) break;
            url = next!;
        }

        // Redirects without end are as good as no file.
        return new Verdict(RobotsRules.AllowAll, null);
    }

    private static Verdict Judge(Answer answer) => answer switch
    {
        { Page: { } page } => new Verdict(RobotsRules.Parse(Encoding.UTF8.GetString(page.Bytes.Span), FetchOptions.Product), null),
        { Status: 429 or (>= 500 and <= 599) } => new Verdict(RobotsRules.AllowAll, FetchRefusal.RobotsUnreachable),
        // Any other answer says that there is no file for us; without an answer the page itself cannot be had either.
        { Status: not null } => new Verdict(RobotsRules.AllowAll, null),
        _ => new Verdict(RobotsRules.AllowAll, answer.Refusal),
    };

    /// <summary>An outlet's rules, or why nothing may be taken from it.</summary>
    public readonly record struct Verdict(RobotsRules Rules, FetchRefusal? Refusal);

    private sealed record Kept(Task<Verdict> Verdict, DateTimeOffset AskedAt);
}
