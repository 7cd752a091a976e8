using System.Net;
using System.Security.Authentication;

namespace Konon.Fetch;

/// <summary>Asks one address once, within its limits, and says what came.</summary>
internal sealed partial class Web : IDisposable
{
    private const string Accepted =
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        + "application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5";

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public Web(FetchOptions options, TimeProvider time, Dialler dialler)
    {
        (_options, _time) = (options, time);
        _client = new HttpClient(NewHandler(options, dialler)) { Timeout = Timeout.InfiniteTimeSpan };
        var headers = _client.DefaultRequestHeaders;
        headers.TryAddWithoutValidation("User-Agent", options.UserAgentHeader);
        headers.TryAddWithoutValidation("Accept", Accepted);
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
    }

    /// <summary>Asks for a page. Never throws for what the network or the server does.</summary>
    public Task<Answer> AskAsync(Uri url, FetchRequest? conditions, BodyLimits limits, CancellationToken cancel) => GuardedAsync(
        async token =>
        {
            var askedAt = _time.GetUtcNow();
            using var message = new HttpRequestMessage(HttpMethod.Get, url);
            if (conditions?.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (conditions?.LastModified is { } date) message.Headers.TryAddWithoutValidation("If-Modified-Since", date);
            using var response = await SendAsync(message, token);
            return await TakeAsync(response, url, askedAt, limits, token);
        },
        cancel);

    public void Dispose() => _client.Dispose();

    private static SocketsHttpHandler NewHandler(FetchOptions options, Dialler dialler) => new()
    {
        // Each hop is checked by itself, so that none is taken unseen.
        AllowAutoRedirect = false,
        // Behind a proxy the address connected to would be the proxy's, and the check worth nothing.
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = options.ConnectTimeout,
        ConnectCallback = (context, cancel) => dialler.ConnectAsync(context.DnsEndPoint, cancel),
        MaxConnectionsPerServer = 2,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    // One request within its time; what goes wrong on the way is an answer.
    private async Task<Answer> GuardedAsync(Func<CancellationToken, Task<Answer>> ask, CancellationToken cancel)
    {
        using var whole = new CancellationTokenSource(_options.WholeTimeout, _time);
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancel, whole.Token);
        try
        {
            return await ask(slow.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Answer.Of(FetchRefusal.TimedOut);
        }
        catch (Exception fault) when (Reason(fault) is { } reason)
        {
            return Answer.Of(reason);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_options.HeadersTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        message.Version = HttpVersion.Version20;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
    }

    private async Task<Answer> TakeAsync(
        HttpResponseMessage response, Uri url, DateTimeOffset askedAt, BodyLimits limits, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return Header(response, "Location") is { Length: > 0 } location
                ? new Answer(Status: status, Location: location)
                : Answer.Of(FetchRefusal.RedirectNowhere, status);
        }

        var page = new FetchedPage
        {
            Url = url.AbsoluteUri,
            FetchedAt = askedAt,
            NotModified = status == 304,
            ContentType = Header(response.Content, "Content-Type"),
            ETag = Header(response, "ETag"),
            LastModified = Header(response.Content, "Last-Modified"),
        };
        if (status == 304) return new Answer(page, Status: status);
        if (status != 200) return Refused(response, status);
        if (!IsText(page.ContentType)) return Answer.Of(FetchRefusal.NotText, status);
        if (!limits.Cut && response.Content.Headers.ContentLength > limits.Wire) return Answer.Of(FetchRefusal.TooLarge, status);
        await using var wire = new WireStream(await response.Content.ReadAsStreamAsync(cancel), limits.Wire, _options, _time, cancel);
        return new Answer(page with { Bytes = await Body.ReadAsync(wire, response.Content.Headers.ContentEncoding, limits, cancel) }, Status: status);
    }

    private Answer Refused(HttpResponseMessage response, int status)
    {
        var reason = status switch
        {
            401 or 402 or 403 or 451 => FetchRefusal.Forbidden,
            404 => FetchRefusal.NotFound,
            410 => FetchRefusal.Gone,
            429 => FetchRefusal.TooManyRequests,
            >= 500 and <= 599 => FetchRefusal.ServerFault,
            _ => FetchRefusal.UnexpectedStatus,
        };
        return Answer.Of(reason, status) with { RetryAfter = status is 429 or 503 ? RetryAfter(response) : null };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var pause = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    /// <summary>The refusal that an exception stands for; null where it is a fault of this program.</summary>
    private static FetchRefusal? Reason(Exception fault)
    {
        if (FetchFault.In(fault) is { } reason) return reason;
        return fault switch
        {
            InvalidDataException => FetchRefusal.BrokenEncoding,
            HttpIOException => FetchRefusal.CutOff,
            HttpRequestException { InnerException: AuthenticationException } => FetchRefusal.NotSecure,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => FetchRefusal.UnknownHost,
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
                => FetchRefusal.BrokenAnswer,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FetchRefusal.NotSecure,
            HttpRequestException => FetchRefusal.NoConnection,
            IOException => FetchRefusal.CutOff,
            _ => null,
        };
    }

    /// <summary>Whether a page may have this type; servers mistake so many types that only what no page is falls out.</summary>
    private static bool IsText(string? contentType)
    {
        ReadOnlySpan<string> never = ["image/", "video/", "audio/", "font/", "application/pdf", "application/zip"];
        foreach (var type in never)
        {
            if (contentType?.TrimStart().StartsWith(type, StringComparison.OrdinalIgnoreCase) == true) return false;
        }

        return true;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static string? Header(HttpContent content, string name) =>
        content.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
