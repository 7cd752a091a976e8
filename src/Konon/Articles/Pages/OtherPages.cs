namespace Konon.Articles.Pages;

/// <summary>Where the rest of an article stands that its page shows in parts.</summary>
/// <param name="Whole">The address that shows all of it on one page; null where none is linked.</param>
/// <param name="Parts">The addresses of the other parts, in order, at most 39; empty where there are none.</param>
/// <param name="Number">Which part the page at hand is, from 1.</param>
public sealed record OtherPages(string? Whole, IReadOnlyList<string> Parts, int Number = 1)
{
    /// <summary>An article on one page.</summary>
    public static OtherPages None { get; } = new(null, []);
}
