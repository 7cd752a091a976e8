namespace Konon.Store;

/// <summary>A row that was found in a <see cref="WordIndex"/>.</summary>
/// <param name="Id">The row's number in its table.</param>
/// <param name="Day">Its day; empty where it has none.</param>
public readonly record struct WordHit(long Id, string Day);

/// <summary>Where in the order of days to look.</summary>
/// <param name="Since">The first day; null for no bound. With a bound, undated rows are left out.</param>
/// <param name="Until">The last day, inclusive; null for no bound.</param>
/// <param name="After">Only what comes behind this row; null from the start.</param>
public readonly record struct WordRange(DateOnly? Since, DateOnly? Until, WordHit? After)
{
    /// <summary>Everything.</summary>
    public static WordRange All => default;
}
