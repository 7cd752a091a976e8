namespace Konon.Fetch;

/// <summary>What one request to one address gave: a page, a way on, or a refusal.</summary>
/// <param name="Page">The page; null without one.</param>
/// <param name="Refusal">Why there is neither page nor way on.</param>
/// <param name="Status">The answer's status; null where none came.</param>
/// <param name="Location">Where a redirect points, as written; null when it is no redirect.</param>
/// <param name="RetryAfter">The pause that the server asks for; null where it asks for none.</param>
internal sealed record Answer(
    FetchedPage? Page = null,
    FetchRefusal? Refusal = null,
    int? Status = null,
    string? Location = null,
    TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the same request may fare better in a moment.</summary>
    public bool MayPass => Refusal is FetchRefusal.NoConnection or FetchRefusal.CutOff or FetchRefusal.TooManyRequests
        || Status is 500 or 502 or 503 or 504;

    public static Answer Of(FetchRefusal refusal, int? status = null) => new(Refusal: refusal, Status: status);

    public FetchResult ToResult() => Page is not null ? FetchResult.Of(Page) : FetchResult.Of(Refusal!.Value, Status, RetryAfter);
}
