using System.Globalization;

namespace Konon.Fetch;

/// <summary>What came of a request: a page, or why there is none.</summary>
public sealed record FetchResult
{
    /// <summary>The page; null when refused.</summary>
    public FetchedPage? Page { get; private init; }

    /// <summary>Why there is no page; null when there is one.</summary>
    public FetchRefusal? Refusal { get; private init; }

    /// <summary>The status of the server's last answer; null where none came.</summary>
    public int? Status { get; private init; }

    /// <summary>The pause that the server asks for before the next request (Retry-After); null where it asks for none.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The refusal's words, with the status where that says more; null when there is a page.</summary>
    public string? Words => Refusal is not { } refusal ? null
        : refusal >= FetchRefusal.Forbidden ? string.Create(CultureInfo.InvariantCulture, $"{refusal.Message()} (HTTP {Status})")
        : refusal.Message();

    internal static FetchResult Of(FetchedPage page) => new() { Page = page, Status = page.NotModified ? 304 : 200 };

    internal static FetchResult Of(FetchRefusal refusal, int? status = null, TimeSpan? retryAfter = null) =>
        new() { Refusal = refusal, Status = status, RetryAfter = retryAfter };
}

/// <summary>A page as its server gave it.</summary>
public sealed record FetchedPage
{
    /// <summary>The address that gave it, after every redirect.</summary>
    public required string Url { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Whether the version at hand is still the current one (304); then there are no bytes.</summary>
    public bool NotModified { get; init; }

    /// <summary>The body, unpacked; empty where nothing changed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The Content-Type header as it came, charset included; null without one.</summary>
    public string? ContentType { get; init; }

    /// <summary>The ETag header as it came, to be sent with the next request; null without one.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified header as it came, to be sent with the next request; null without one.</summary>
    public string? LastModified { get; init; }
}
