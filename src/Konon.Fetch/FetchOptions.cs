namespace Konon.Fetch;

/// <summary>What a fetcher may be told; every knob has a default.</summary>
/// <remarks>A page costs at most <see cref="WholeTimeout"/> for each attempt and redirect, and the pauses between them.</remarks>
public sealed record FetchOptions
{
    /// <summary>The defaults.</summary>
    public static FetchOptions Default { get; } = new();

    /// <summary>The name by which robots.txt knows this reader (RFC 9309's product token).</summary>
    public const string Product = "Konon";

    /// <summary>How outlets reach whoever runs this: an address or mail address; null leaves it out.</summary>
    public string? Contact { get; init; }

    /// <summary>The whole User-Agent header instead of Konon's own; robots.txt is still read as <see cref="Product"/>.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Whether addresses of private networks and of this machine may be asked; they are refused by default.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>How long making a connection may take, its name lookup included; 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer's headers may take, connecting included; 20 seconds.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one answer may take from asking to its last byte; 60 seconds.</summary>
    public TimeSpan WholeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest silence inside a body; 15 seconds.</summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After how long <see cref="SlowestRate"/> holds; 10 seconds.</summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The fewest bytes a second, on average, at which a body may come; 512.</summary>
    public int SlowestRate { get; init; } = 512;

    /// <summary>The most bytes a body may have as it is sent; 32 MB.</summary>
    public long MaxWireBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>The most bytes a body may have when it is unpacked; 64 MB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most redirects followed for one page; 10.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>How often a failure that may pass is tried again; 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The pause before the first retry, doubled for each further one; 1 second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that a server may ask for; one that asks for more is not asked again; 60 seconds.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The least time between two requests to one host; 1 second. A crawl delay above it prevails.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest crawl delay waited for; of an outlet that asks for more only one page is read; 60 seconds.</summary>
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much of a robots.txt is read, in bytes; 500 KiB, the least that RFC 9309 allows.</summary>
    public int MaxRobotsBytes { get; init; } = 500 * 1024;

    /// <summary>How long a robots.txt is held to be current; 24 hours, the most that RFC 9309 recommends.</summary>
    public TimeSpan RobotsLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The User-Agent header that is sent; printable ASCII.</summary>
    internal string UserAgentHeader
    {
        get
        {
            var header = UserAgent ?? (Contact is null ? Product + "/0.1" : $"{Product}/0.1 (+{Contact})");
            return new string([.. header.Where(sign => sign is >= ' ' and <= '~')]);
        }
    }
}
