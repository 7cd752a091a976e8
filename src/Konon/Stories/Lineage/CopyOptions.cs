namespace Konon.Stories.Lineage;

/// <summary>The knobs of <see cref="CopyFinder"/>.</summary>
public sealed record CopyOptions
{
    /// <summary>The defaults.</summary>
    public static CopyOptions Default { get; } = new();

    /// <summary>How many of the latest texts are compared with a new one; at least 1.</summary>
    public int Window { get; init; } = 100_000;

    /// <summary>
    /// The most shingles kept, 16 to 24 bytes each, rounded up to a power of two; where the window's texts have more, the oldest
    /// are forgotten first. The default holds some 24,000 articles of 350 words in 200 MB at most; memory grows as it is needed.
    /// </summary>
    public int MostShingles { get; init; } = 1 << 23;

    /// <summary>
    /// A shingle that more texts of the window bear says nothing and is passed over, which bounds the work per text. Near 100 no
    /// copy is lost on news and the cost per article is constant.
    /// </summary>
    public int MostBearers { get; init; } = 100;

    /// <summary>The fewest shared shingles of a candidate.</summary>
    public int FewestShared { get; init; } = 5;

    /// <summary>The smallest part of the shorter text's shingles, 0 to 1, that a candidate shares.</summary>
    public double SmallestContainment { get; init; } = 0.02;

    /// <summary>The most candidates told for one text, those that share most.</summary>
    public int MostCandidates { get; init; } = 32;

    /// <summary>The longest part of a text that is read, in shingles; what comes after it is not looked at.</summary>
    public int LongestText { get; init; } = 20_000;
}
