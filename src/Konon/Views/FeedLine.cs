namespace Konon.Views;

/// <summary>A feed as a list of feeds shows it.</summary>
public sealed record FeedLine
{
    /// <summary>The address.</summary>
    public required string Address { get; init; }

    /// <summary><c>articles</c>, <c>sitemap</c>, <c>sitemaps</c> or <c>feeds</c>; null until it was read.</summary>
    public string? Kind { get; init; }

    /// <summary>Its own name; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>When it was asked last; null before the first time.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it answered last; null where it never did.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it is asked again.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How many times in a row it has failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why it failed last; null where it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>How many articles it named.</summary>
    public int Articles { get; init; }

    /// <summary>How many of these are still to be read.</summary>
    public int Waiting { get; init; }

    /// <summary>How many of these were given up.</summary>
    public int GivenUp { get; init; }

    /// <summary><c>new</c> before it was asked, <c>failing</c> where it failed the last time, else <c>fine</c>.</summary>
    public string State => AskedAt is null ? "new" : Failures > 0 ? "failing" : "fine";
}
