using Konon.Text;

namespace Konon.Articles.Pages;

/// <summary>Tells an article's language: by its words, and where those do not tell by what the page states.</summary>
internal static class PageLanguage
{
    /// <summary>ISO 639-1, or <c>und</c>.</summary>
    public static string Of(string body, PageFacts facts, LinkedArticle linked)
    {
        var told = LanguageIdentifier.Identify(body);
        if (told != LanguageIdentifier.Undetermined || body.Length > 400) return told;
        foreach (var stated in (ReadOnlySpan<string?>)[facts.Language, linked.Language, facts.Meta("og:locale", "content-language", "language")])
        {
            if (stated is not { Length: >= 2 }) continue;
            var code = stated[..2].ToLowerInvariant();
            if (stated.Length == 2 || stated[2] is '-' or '_') return code is "id" or "ms" or "en" ? code : LanguageIdentifier.Undetermined;
        }

        return LanguageIdentifier.Undetermined;
    }
}
