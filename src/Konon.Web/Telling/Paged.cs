namespace Konon.Web.Telling;

/// <summary>A page of a list that is held whole.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Page">Its number, from 1.</param>
/// <param name="Pages">How many there are; at least 1.</param>
/// <param name="Total">How many items there are on all of them.</param>
internal sealed record Paged<T>(IReadOnlyList<T> Items, int Page, int Pages, int Total)
{
    /// <summary>Cuts a page out; a number past the end gives the last.</summary>
    public static Paged<T> Of(IReadOnlyList<T> all, int page, int length)
    {
        var pages = Math.Max(1, (all.Count + length - 1) / length);
        var here = Math.Clamp(page, 1, pages);
        return new Paged<T>([.. all.Skip((here - 1) * length).Take(length)], here, pages, all.Count);
    }
}
