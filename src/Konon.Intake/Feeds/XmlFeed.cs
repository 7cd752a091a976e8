using System.Globalization;
using System.Text;
using System.Xml;

namespace Konon.Intake.Feeds;

/// <summary>Reads one feed off an XML reader, forward only, keeping an entry's few fields and nothing else.</summary>
internal sealed class XmlFeed(XmlReader xml, string? address, int maxEntries)
{
    // A headline or an address beyond this is none.
    private const int MaxField = 16 * 1024;

    // Elements of these namespaces share names with those that are looked for and mean pictures and films.
    private static readonly string[] Foreign = ["sitemap-image", "sitemap-video", "/mrss", "itunes"];

    private readonly List<FeedEntry> _entries = [];
    private FeedKind? _kind;
    private string? _title;
    private TimeSpan? _timeToLive;
    private string? _home = address;

    /// <summary>What was read so far; null before the root.</summary>
    public Feed? Feed => _kind is { } kind ? new Feed(kind, FeedText.Plain(_title), _entries) { TimeToLive = _timeToLive } : null;

    /// <summary>Reads to the end, or to the last entry wanted.</summary>
    /// <exception cref="XmlException">It is not well-formed; <see cref="Feed"/> has what stands before.</exception>
    public void Read()
    {
        while (_entries.Count < maxEntries && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (_kind is null) ReadRoot();
            else ReadElement(_kind.Value);
        }
    }

    private void ReadRoot()
    {
        _kind = xml.LocalName switch
        {
            "rss" or "RDF" or "feed" => FeedKind.Articles,
            "urlset" => FeedKind.Sitemap,
            "sitemapindex" => FeedKind.SitemapIndex,
            "opml" => FeedKind.FeedList,
            _ => throw new XmlException("Not the root of a feed."),
        };
        Rebase();
    }

    private void ReadElement(FeedKind kind)
    {
        switch (kind, xml.LocalName)
        {
            case (FeedKind.Articles, "item" or "entry") or (FeedKind.Sitemap, "url") or (FeedKind.SitemapIndex, "sitemap"):
                if (ReadEntry() is { } entry) _entries.Add(entry);
                break;
            case (FeedKind.FeedList, "outline"):
                // Folders are outlines too, without an address.
                var feed = Links.Absolute(xml.GetAttribute("xmlUrl") ?? xml.GetAttribute("xmlurl"), _home);
                var title = FeedText.Plain(xml.GetAttribute("title") ?? xml.GetAttribute("text"));
                if (feed is not null) _entries.Add(new FeedEntry(feed, null, title, null, null));
                break;
            case (_, "title") when xml.Depth <= 2 && _title is null:
                _title = Text();
                break;
            case (FeedKind.Articles, "ttl") when xml.Depth <= 2 && _timeToLive is null:
                _timeToLive = Minutes(Text());
                break;
            case (_, "link") when xml.Depth <= 2 && _home is null && Attribute("rel") is null or "alternate" or "self":
                _home = Links.Absolute(Attribute("href") ?? Text(), null);
                break;
        }
    }

    private FeedEntry? ReadEntry()
    {
        var fields = new Fields(xml.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"));
        var home = Links.Absolute(xml.GetAttribute("xml:base"), _home) ?? _home;
        var (depth, parent) = (xml.Depth, string.Empty);
        if (xml.IsEmptyElement) return null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == depth + 1) parent = xml.LocalName;
            if (IsForeign(xml.NamespaceURI)) continue;
            // A news sitemap keeps title and time one level down; elsewhere that level speaks of other things.
            if (xml.Depth == depth + 1 || (xml.Depth == depth + 2 && parent == "news")) ReadField(fields);
        }

        var link = Links.Absolute(fields.BestLink, home);
        return link is null ? null
            : new FeedEntry(link, fields.Id?.Trim(), FeedText.Plain(fields.Title), fields.Published?.Trim(), fields.Updated?.Trim());
    }

    private void ReadField(Fields fields)
    {
        switch (xml.LocalName)
        {
            case "title": fields.Title ??= Text(); break;
            case "link" when Attribute("href") is { } href:
                if (Attribute("rel") is null or "alternate") fields.Alternate ??= href;
                break;
            case "link": fields.Link ??= NotBlank(Text()); break;
            case "origLink": fields.Original ??= NotBlank(Text()); break;
            case "loc": fields.Link ??= NotBlank(Text()); break;
            case "guid":
                var isLink = !string.Equals(Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
                fields.Id ??= Text();
                if (isLink) fields.Permanent ??= fields.Id;
                break;
            case "id": fields.Id ??= Text(); break;
            case "pubDate" or "date" or "published" or "issued" or "publication_date": fields.Published ??= NotBlank(Text()); break;
            case "updated" or "modified" or "lastmod": fields.Updated ??= NotBlank(Text()); break;
        }
    }

    private void Rebase()
    {
        if (xml.GetAttribute("xml:base") is { } stated) _home = Links.Absolute(stated, _home) ?? _home;
    }

    private string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>All text inside the element at hand, which is read to its end.</summary>
    private string Text()
    {
        if (xml.IsEmptyElement) return string.Empty;
        var (depth, text) = (xml.Depth, new StringBuilder());
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (text.Length < MaxField) text.Append(xml.Value.AsSpan(0, Math.Min(xml.Value.Length, MaxField)));
        }

        return text.ToString();
    }

    private static TimeSpan? Minutes(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var minutes)
        && minutes > 0 ? TimeSpan.FromMinutes(minutes) : null;

    private static string? NotBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool IsForeign(string space) => Array.Exists(Foreign, part => space.Contains(part, StringComparison.Ordinal));

    private sealed class Fields(string? about)
    {
        public string? Id { get; set; } = about;

        public string? Title { get; set; }

        public string? Published { get; set; }

        public string? Updated { get; set; }

        public string? Link { get; set; }

        public string? Alternate { get; set; }

        public string? Original { get; set; }

        public string? Permanent { get; set; }

        /// <summary>The article's own address before the one that counts readers, and an id only where it is an address.</summary>
        public string? BestLink => Original ?? Link ?? Alternate ?? Permanent;
    }
}
