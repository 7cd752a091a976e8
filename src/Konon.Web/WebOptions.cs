namespace Konon.Web;

/// <summary>What the web server may be told.</summary>
public sealed record WebOptions
{
    /// <summary>The defaults.</summary>
    public static WebOptions Default { get; } = new();

    /// <summary>Where it listens, as ASP.NET Core writes it; several parted by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Whether people may sign in by name and decide on claims.</summary>
    public bool Review { get; init; }

    /// <summary>The queue that <c>/status</c> tells of; null for none, and no such page.</summary>
    public Konon.Queue.StatusReader? Queue { get; init; }

    /// <summary>The file of tokens; null where there are none, and nobody can decide over HTTP.</summary>
    public string? Tokens { get; init; }

    /// <summary>Whether every request needs a token, also from this machine: behind a proxy that others reach.</summary>
    public bool RequireToken { get; init; }

    /// <summary>How many requests to the API and feeds, a second, a token or an address has in the long run; 0 for no limit.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Where measurements are sent by OTLP over HTTP, <c>http://127.0.0.1:4318</c>; null for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Whether a request without a token is refused.</summary>
    public bool NeedsToken => RequireToken || !IsLoopback;

    /// <summary>Whether only this machine can reach all of <see cref="Urls"/>: their hosts are <c>localhost</c> or loopback addresses.</summary>
    public bool IsLoopback => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(url =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
