namespace Konon.Stories.Grouping;

/// <summary>The knobs of grouping; every one has a default that was measured.</summary>
public sealed record GroupingOptions
{
    /// <summary>The defaults.</summary>
    public static GroupingOptions Default { get; } = new();

    /// <summary>How like a story an article must be to join it, 0 to 1.</summary>
    /// <remarks>
    /// Found on a week of Indonesian news: from 0.22 to 0.28 the events stay whole; below, recipes and forecasts run together, above,
    /// later developments fall off. docs/stages/stories.md has the figures.
    /// </remarks>
    public double JoinAt { get; init; } = 0.24;

    /// <summary>A story to which nothing was added for so long is closed.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(10);

    /// <summary>How many of an article's heaviest terms look for stories, from 1.</summary>
    public int ProbeTerms { get; init; } = 16;

    /// <summary>How many of the stories found get the exact score, from 1.</summary>
    public int Candidates { get; init; } = 32;

    /// <summary>How many terms a story keeps, from 1.</summary>
    public int CentroidTerms { get; init; } = 128;

    /// <summary>How many of a story's heaviest terms can be found, from 1.</summary>
    public int IndexedTerms { get; init; } = 32;

    /// <summary>A term that more live stories than this can be found by finds none: it is too frequent to tell.</summary>
    public int PostingCap { get; init; } = 1000;

    /// <summary>
    /// How many articles, the latest, stay replayable. An article, removal or decision that reaches further back is refused as
    /// <see cref="GroupingOutcome.TooLate"/>, and the caller rebuilds from its sketches.
    /// </summary>
    public int Held { get; init; } = 100_000;

    /// <summary>How many articles without a time are compared, those of the smallest keys; each of the others stays alone.</summary>
    public int MostUndated { get; init; } = 10_000;
}
