using System.Collections.Frozen;

namespace Konon.Articles.Pages;

/// <summary>What an element is to a reader of articles; elements that do the same go by one name.</summary>
internal enum PageTag : byte
{
    /// <summary>Characters, no element.</summary>
    Text,

    /// <summary>An element that stands within a line.</summary>
    Inline,

    /// <summary>An element that starts a line of its own.</summary>
    Block,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading of the first rank.</summary>
    Heading1,

    /// <summary>A heading of the second to the sixth rank.</summary>
    Heading,

    /// <summary>A list.</summary>
    List,

    /// <summary>An entry of a list.</summary>
    Item,

    /// <summary>A table's row.</summary>
    Row,

    /// <summary>A table's cell.</summary>
    Cell,

    /// <summary>A quotation set apart.</summary>
    Quote,

    /// <summary>A picture's words.</summary>
    Caption,

    /// <summary>A picture with its words.</summary>
    Figure,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A line's end.</summary>
    Break,

    /// <summary>Lines as typed.</summary>
    Preformatted,

    /// <summary>A time.</summary>
    Time,

    /// <summary>An article, or what the page takes for one.</summary>
    Article,

    /// <summary>The page's main part.</summary>
    Main,

    /// <summary>The document's outermost elements.</summary>
    Root,

    /// <summary>A header of the page or of an article.</summary>
    Header,

    /// <summary>Never of an article: navigation, footers, forms' fields.</summary>
    Furniture,

    /// <summary>A form.</summary>
    Form,

    /// <summary>Beside the article, or an insert in it.</summary>
    Aside,

    /// <summary>Nothing that is read: scripts, styles, pictures.</summary>
    Nothing,
}

/// <summary>Tells elements apart by their names.</summary>
internal static class PageTags
{
    private static readonly FrozenDictionary<string, PageTag> Known = Load();

    /// <summary>The tag of a lower-case element name; an unknown name with a hyphen is somebody's own block.</summary>
    public static PageTag Of(string name) =>
        Known.TryGetValue(name, out var tag) ? tag : name.Contains('-', StringComparison.Ordinal) ? PageTag.Block : PageTag.Inline;

    /// <summary>Whether the element starts and ends lines.</summary>
    public static bool IsBlock(this PageTag tag) =>
        tag is not (PageTag.Text or PageTag.Inline or PageTag.Link or PageTag.Break or PageTag.Time or PageTag.Nothing or PageTag.Cell);

    private static FrozenDictionary<string, PageTag> Load()
    {
        var known = new Dictionary<string, PageTag>(StringComparer.Ordinal);
        Add(PageTag.Block, "div section details summary dl hgroup center fieldset table tbody thead tfoot caption address hr amp-accordion");
        Add(PageTag.Paragraph, "p");
        Add(PageTag.Heading1, "h1");
        Add(PageTag.Heading, "h2 h3 h4 h5 h6");
        Add(PageTag.List, "ul ol");
        Add(PageTag.Item, "li dt dd");
        Add(PageTag.Row, "tr");
        Add(PageTag.Cell, "td th");
        Add(PageTag.Quote, "blockquote");
        Add(PageTag.Caption, "figcaption");
        Add(PageTag.Figure, "figure");
        Add(PageTag.Link, "a");
        Add(PageTag.Break, "br");
        Add(PageTag.Preformatted, "pre xmp plaintext listing");
        Add(PageTag.Time, "time");
        Add(PageTag.Article, "article");
        Add(PageTag.Main, "main");
        Add(PageTag.Root, "html body");
        Add(PageTag.Header, "header");
        Add(PageTag.Furniture, "nav footer menu dialog amp-sidebar amp-consent amp-ad amp-user-notification amp-list amp-social-share amp-next-page");
        Add(PageTag.Form, "form");
        Add(PageTag.Aside, "aside");
        Add(
            PageTag.Nothing,
            "script style noscript template svg math iframe object embed canvas video audio picture img source track "
            + "button input select option optgroup textarea datalist label legend progress meter map area head title meta link base "
            + "amp-img amp-video amp-youtube amp-iframe amp-embed amp-analytics amp-pixel amp-auto-ads amp-sticky-ad amp-audio");
        return known.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(PageTag tag, string names)
        {
            foreach (var name in names.Split(' ')) known[name] = tag;
        }
    }
}
