namespace Konon.Articles.Pages;

/// <summary>Where the rest of an article stands that its page shows in parts.</summary>
/// <param name="Whole">The address that shows all of it on one page; null where none is linked.</param>
/// <param name="Parts">The addresses of the other parts, in order; empty where there are none.</param>
public sealed record OtherPages(string? Whole, IReadOnlyList<string> Parts)
{
    /// <summary>An article on one page.</summary>
    public static OtherPages None { get; } = new(null, []);
}
