using System.Net;

namespace Konon.Fetch;

internal sealed partial class Web
{
    /// <summary>
    /// Sends a message once; nothing of the answer but its status is looked at. Never throws for what the network or the
    /// receiver does.
    /// </summary>
    public Task<Answer> SendAsync(Uri url, PostRequest request, CancellationToken cancel) => GuardedAsync(
        async token =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(request.Body) };
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
            foreach (var (name, value) in request.Headers) message.Headers.TryAddWithoutValidation(name, value);
            using var response = await SendAsync(message, token);
            return Taken(response);
        },
        cancel);

    // A redirect is not followed: the message and its signature are for the address that a person gave, and for no other.
    private Answer Taken(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode) return new Answer(Status: status);
        var reason = status switch
        {
            >= 300 and <= 399 => FetchRefusal.Redirected,
            (int)HttpStatusCode.TooManyRequests => FetchRefusal.TooManyRequests,
            >= 500 and <= 599 => FetchRefusal.ServerFault,
            _ => FetchRefusal.NotTaken,
        };
        return Answer.Of(reason, status) with { RetryAfter = status is 429 or 503 ? RetryAfter(response) : null };
    }
}
