using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Konon.Articles.Pages;

/// <summary>What a page says of itself in its head: meta elements, links, title, JSON-LD.</summary>
/// <remarks>Bounded: of each kind the first few hundred are kept, and no value longer than a few thousand code units.</remarks>
internal sealed class PageFacts
{
    private const int MaxEntries = 400;
    private const int MaxValue = 4_000;

    // The longest JSON-LD of a news page seen had 90 kB, with the whole text in it.
    private const int MaxLinkedData = 4 * 1024 * 1024;

    private static readonly string[] AuthorNames =
        ["author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author",
         "cXenseParse:author", "rnews:author", "article:author_name", "content_author", "creator"];

    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page's title element; null without one.</summary>
    public string? Title { get; private set; }

    /// <summary>The language that the page states, as it states it; null without one.</summary>
    public string? Language { get; private set; }

    /// <summary>Links of the head and of the body that have a relation: relation and address.</summary>
    public List<(string Relation, string Address)> Links { get; } = [];

    /// <summary>What the page's scripts of linked data hold, as written.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>The base address that the page states; null without one.</summary>
    public string? Base { get; private set; }

    /// <summary>Every author that a meta element names.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Whether the page is written in AMP.</summary>
    public bool IsAmp { get; private set; }

    /// <summary>Gathers from the whole document; linear.</summary>
    public static PageFacts Of(IHtmlDocument document)
    {
        var facts = new PageFacts();
        if (document.DocumentElement is { } root)
        {
            facts.Language = root.GetAttribute("lang") ?? root.GetAttribute("xml:lang");
            facts.IsAmp = root.HasAttribute("amp") || root.HasAttribute("⚡");
            facts.Walk(root);
            facts.TakeCard();
        }

        return facts;
    }

    /// <summary>The first meta element of any of these names that has a content, in the order of the names.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var value)) return value;
        }

        return null;
    }

    private void Walk(IElement root)
    {
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.Count > 0)
        {
            var (children, next) = open.Pop();
            if (next >= children.Length) continue;
            open.Push((children, next + 1));
            if (children[next] is not IElement element) continue;
            Take(element);
            open.Push((element.ChildNodes, 0));
        }
    }

    private void Take(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                TakeMeta(element);
                break;
            case "title" when Title is null && element.NamespaceUri == AngleSharp.Dom.NamespaceNames.HtmlUri:
                Title = Clean(element.TextContent);
                break;
            case "link" or "a" when Links.Count < MaxEntries && element.GetAttribute("rel") is { Length: > 0 } relation
                && element.GetAttribute("href") is { Length: > 0 and < MaxValue } address:
                Links.Add((relation, address));
                break;
            case "base":
                Base ??= element.GetAttribute("href");
                break;
            case "script" when LinkedData.Count < 40
                && element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                if (element.TextContent is { Length: > 1 and < MaxLinkedData } text) LinkedData.Add(text);
                break;
        }
    }

    private void TakeMeta(IElement element)
    {
        if (_metas.Count >= MaxEntries) return;
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
        if (string.IsNullOrWhiteSpace(name)) return;
        if (Clean(element.GetAttribute("content")) is not { } content) return;
        name = name.Trim();
        if (Array.Exists(AuthorNames, known => known.Equals(name, StringComparison.OrdinalIgnoreCase))) Authors.Add(content);
        _metas.TryAdd(name, content);
    }

    /// <summary>"Written by" and a name: WordPress' words for cards of links.</summary>
    private void TakeCard()
    {
        if (Authors.Count > 0 || Meta("twitter:data1") is not { } name || Meta("twitter:label1") is not { } label) return;
        if (label.StartsWith("Written", StringComparison.OrdinalIgnoreCase) || label.StartsWith("Verfasst", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("Geschrieben", StringComparison.OrdinalIgnoreCase) || label.StartsWith("Ditulis", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("Écrit", StringComparison.OrdinalIgnoreCase) || label.StartsWith("Escrito", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("Scritto", StringComparison.OrdinalIgnoreCase))
        {
            Authors.Add(name);
        }
    }

    private static string? Clean(string? value)
    {
        if (value is null || value.Length > MaxValue * 4) return null;
        var folded = Folding.Blanks(value);
        return folded.Length is 0 or > MaxValue ? null : folded;
    }
}
