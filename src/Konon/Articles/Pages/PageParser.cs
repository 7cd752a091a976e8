using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Konon.Articles.Pages;

/// <summary>Parses a page: nothing is loaded, nothing runs, nesting is bounded.</summary>
internal static class PageParser
{
    // Pages nest 15 to 60 deep; what goes deeper is a fault or a trap, and the parser then lays it flat.
    private const int MaxDepth = 400;

    // What is read of an element; the rest, mostly layout, is never kept.
    private static readonly FrozenSet<string> Read = new[]
    {
        "class", "id", "rel", "href", "itemprop", "role", "style", "hidden", "datetime", "content", "name", "property",
        "http-equiv", "type", "lang", "xml:lang", "amp", "⚡", "pubdate", "title", "charset",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The document of a page's characters.</summary>
    public static IHtmlDocument Parse(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            IsKeepingSourceReferences = false,
            DisableElementPositionTracking = true,
            SkipComments = true,
            MaximumDepth = MaxDepth,
            ShouldEmitAttribute = static (ref _, name) => Read.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name.Span),
        });
        return parser.ParseDocument(NestingGuard.Bound(html));
    }
}
