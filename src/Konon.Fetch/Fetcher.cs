using System.Buffers;
using Polly;
using Polly.Retry;

namespace Konon.Fetch;

/// <summary>The guarded client: fetches public pages politely, within limits, and says why where it does not.</summary>
/// <remarks>
/// <para>
/// It names itself, keeps to robots.txt and to a pace for each host, follows redirects hop by hop, each checked like the
/// first, tries again what may pass, and connects to no address outside the public internet unless it is told to.
/// </para>
/// <para>Thread-safe. What the network or a server does is a value; an exception means a wrong call or a cancelled one.</para>
/// </remarks>
public sealed class Fetcher : IDisposable
{
    private static readonly SearchValues<char> SchemeSigns =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private readonly FetchOptions _options;
    private readonly Web _web;
    private readonly Robots _robots;
    private readonly HostPace _pace;
    private readonly ResiliencePipeline<Answer> _again;
    private readonly BodyLimits _limits;

    /// <summary>A fetcher under the given limits.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock, for pauses, timeouts and times of fetching.</param>
    public Fetcher(FetchOptions options, TimeProvider time)
        : this(options, time, new Dialler(options?.AllowPrivate ?? false, time))
    {
    }

    internal Fetcher(FetchOptions options, TimeProvider time, Dialler dialler)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _web = new Web(options, time, dialler);
        _pace = new HostPace(options, time);
        _again = Again(options, time);
        _limits = new BodyLimits(options.MaxWireBytes, options.MaxBytes, Cut: false);
        _robots = new Robots(options, time, (url, limits, cancel) =>
            RetriedAsync(token => _web.AskAsync(url, null, limits, token), cancel));
    }

    /// <summary>Whether <paramref name="input"/> is written as an address ("https://…", any scheme), and not as a path.</summary>
    public static bool IsAddress(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var scheme = input.AsSpan(0, Math.Max(0, input.IndexOf("://", StringComparison.Ordinal)));
        // One letter is a Windows drive.
        return scheme.Length > 1 && char.IsAsciiLetter(scheme[0]) && scheme.IndexOfAnyExcept(SchemeSigns) < 0;
    }

    /// <summary>Fetches one page.</summary>
    /// <param name="request">The address, and which version is at hand.</param>
    /// <param name="cancel">Ends the fetching.</param>
    /// <returns>The page, or why there is none.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Addresses.Read(request.Url, null, out var url) is { } wrong) return FetchResult.Of(wrong);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (!visited.Add(url!.AbsoluteUri)) return FetchResult.Of(FetchRefusal.RedirectLoop);
            if (visited.Count > _options.MaxRedirects + 1) return FetchResult.Of(FetchRefusal.TooManyRedirects);
            var answer = await VisitAsync(url, request, cancel);
            if (answer.Location is not { } location) return answer.ToResult();
            if (Addresses.Read(location, url, out url) is { } astray) return FetchResult.Of(astray, answer.Status);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _web.Dispose();

    private async Task<Answer> VisitAsync(Uri url, FetchRequest request, CancellationToken cancel)
    {
        var robots = await _robots.CheckAsync(url, cancel);
        if (robots.Refusal is { } forbidden) return Answer.Of(forbidden);
        return await RetriedAsync(
            async token => await _pace.WaitAsync(url.IdnHost, robots.Rules.CrawlDelay, token) is { } refusal
                ? Answer.Of(refusal)
                : Heed(url, await _web.AskAsync(url, request, _limits, token)),
            cancel);
    }

    /// <summary>A server that asks for a pause gets it from every request, not from this one alone.</summary>
    private Answer Heed(Uri url, Answer answer)
    {
        if (answer.RetryAfter is { } pause) _pace.HoldOff(url.IdnHost, pause < _options.MaxRetryAfter ? pause : _options.MaxRetryAfter);
        return answer;
    }

    private async Task<Answer> RetriedAsync(Func<CancellationToken, Task<Answer>> ask, CancellationToken cancel) =>
        await _again.ExecuteAsync(async token => await ask(token), cancel);

    private static ResiliencePipeline<Answer> Again(FetchOptions options, TimeProvider time)
    {
        if (options.Retries <= 0) return ResiliencePipeline<Answer>.Empty;
        return new ResiliencePipelineBuilder<Answer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Result is { MayPass: true } answer && !(answer.RetryAfter > options.MaxRetryAfter)),
                // Null leaves the pause to the back-off.
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
            })
            .Build();
    }
}
