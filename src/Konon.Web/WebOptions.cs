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

    /// <summary>Whether only this machine can reach all of <see cref="Urls"/>: their hosts are <c>localhost</c> or loopback addresses.</summary>
    public bool IsLoopback => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(url =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
