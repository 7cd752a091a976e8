namespace Konon.Store.Search;

/// <summary>One page of a listing.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Next">What to ask the next page with; null where nothing follows.</param>
/// <param name="IsPartial">
/// Whether the listing stopped looking before the page was full, because very much had to be looked at for what was found; it goes on at
/// <paramref name="Next"/>.
/// </param>
public sealed record LedgerPage<T>(IReadOnlyList<T> Rows, string? Next, bool IsPartial)
{
    /// <summary>Nothing.</summary>
    internal static LedgerPage<T> Empty { get; } = new([], null, IsPartial: false);
}
