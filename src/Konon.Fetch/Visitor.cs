using Polly;
using Polly.Retry;

namespace Konon.Fetch;

/// <summary>Visits an address and wherever it leads: robots.txt, pace and retries for each hop.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly FetchOptions _options;
    private readonly Web _web;
    private readonly Robots _robots;
    private readonly HostPace _pace;
    private readonly ResiliencePipeline<Answer> _again;
    private readonly BodyLimits _limits;

    public Visitor(FetchOptions options, TimeProvider time, Dialler dialler)
    {
        _options = options;
        _web = new Web(options, time, dialler);
        _pace = new HostPace(options, time);
        _again = Again(options, time);
        _limits = new BodyLimits(options.MaxWireBytes, options.MaxBytes, Cut: false);
        _robots = new Robots(options, time,
        (url, limits, cancel) => RetriedAsync(token => _web.AskAsync(url, null, limits, token), cancel));
    }

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
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

    /// <summary>
    /// Sends a message, again where it may pass. Whoever gave the address wants it there: neither robots.txt nor a pace
    /// stand in between.
    /// </summary>
    public async Task<PostResult> PostAsync(PostRequest request, CancellationToken cancel)
    {
        var wrong = Addresses.Read(request.Url, null, out var url);
        return PostResult.Of(
            wrong is { } reason ? Answer.Of(reason) : await RetriedAsync(token => _web.SendAsync(url!, request, token), cancel));
    }

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
