using Konon.Articles;

namespace Konon.Web.Mcp;

/// <summary>Where words come from.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Document">SHA-256 of the kept document.</param>
/// <param name="Outlet">The outlet; left out where nothing says.</param>
/// <param name="Url">The address; left out where there is none.</param>
/// <param name="Published">When it was published, as it stands there; left out where nothing says.</param>
/// <param name="Language">ISO 639-1, or <c>und</c>.</param>
internal sealed record Source(string Article, string Document, string? Outlet, string? Url, string? Published, string Language)
{
    /// <summary>The source of an article's words.</summary>
    public static Source Of(string id, Article article) => new(
        id, article.Sha256, ToolWords.Name(article.Outlet), article.Url is { } url ? ToolWords.Cut(ToolWords.Clean(url), 500) : null,
        ToolWords.Name(article.Published?.Value), article.Language);
}
