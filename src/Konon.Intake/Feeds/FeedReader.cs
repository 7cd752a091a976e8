using System.Text.Json;
using System.Xml;

namespace Konon.Intake.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, sitemaps, sitemap indexes and OPML.</summary>
/// <remarks>
/// Linear in the bytes. Document types, entities of their own and anything outside the bytes are never read. Never throws
/// for what a feed holds. Thread-safe.
/// </remarks>
public static class FeedReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">The feed, unpacked.</param>
    /// <param name="address">Where it came from, for links that are relative; null for a file.</param>
    /// <param name="maxEntries">The most entries that are read; what follows is left out.</param>
    /// <param name="feed">The feed; also where it breaks off, with what stands before. Null when nothing could be read.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static IntakeRefusal? TryRead(byte[] bytes, string? address, int maxEntries, out Feed? feed)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        feed = null;
        if (FeedText.Decode(bytes) is not { } text) return IntakeRefusal.FeedBroken;
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('{') ? TryReadJson(text, address, maxEntries, out feed) : TryReadXml(text, address, maxEntries, out feed);
    }

    private static IntakeRefusal? TryReadXml(string text, string? address, int maxEntries, out Feed? feed)
    {
        feed = null;
        if (Doctype(text) is { } doctype)
        {
            // RSS 0.91 names its document type, which is harmless; one that declares anything is not read.
            if (doctype.Declares) return IntakeRefusal.FeedWithEntities;
            text = text.Remove(doctype.Start, doctype.Length);
        }

        var whole = TryReadXmlOnce(text, address, maxEntries, out feed);
        if (!whole && FeedText.Repair(text) is var repaired && repaired != text)
        {
            whole = TryReadXmlOnce(repaired, address, maxEntries, out var second);
            feed = second ?? feed;
        }

        if (feed is null) return IntakeRefusal.FeedBroken;
        return !whole ? IntakeRefusal.FeedBroken : feed.Entries.Count == 0 ? IntakeRefusal.FeedEmpty : null;
    }

    private static bool TryReadXmlOnce(string text, string? address, int maxEntries, out Feed? feed)
    {
        using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = text.Length + 1,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        var reading = new XmlFeed(xml, address, maxEntries);
        try
        {
            reading.Read();
            feed = reading.Feed;
            return true;
        }
        catch (XmlException)
        {
            feed = reading.Feed;
            return false;
        }
    }

    private static IntakeRefusal? TryReadJson(string text, string? address, int maxEntries, out Feed? feed)
    {
        feed = null;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (!json.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) return IntakeRefusal.FeedBroken;
            var home = Links.Absolute(Field(json.RootElement, "feed_url"), address) ?? address;
            var entries = items.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => Entry(item, home))
                .OfType<FeedEntry>()
                .Take(maxEntries);
            feed = new Feed(FeedKind.Articles, FeedText.Plain(Field(json.RootElement, "title")), [.. entries]);
            return feed.Entries.Count == 0 ? IntakeRefusal.FeedEmpty : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is a lone surrogate written as an escape: JSON by its grammar and no text.
            return IntakeRefusal.FeedBroken;
        }
    }

    private static FeedEntry? Entry(JsonElement item, string? home)
    {
        var id = Field(item, "id");
        var link = Links.Absolute(Field(item, "url") ?? Field(item, "external_url") ?? id, home);
        return link is null ? null
            : new FeedEntry(link, id, FeedText.Plain(Field(item, "title")), Field(item, "date_published"), Field(item, "date_modified"));
    }

    private static string? Field(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static (int Start, int Length, bool Declares)? Doctype(string text)
    {
        // Only before the root: after it an XML reader takes none.
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var rest = text.AsSpan(i);
            var end = rest.StartsWith("<?", StringComparison.Ordinal) ? rest.IndexOf("?>", StringComparison.Ordinal) + 2
                : rest.StartsWith("<!--", StringComparison.Ordinal) ? rest.IndexOf("-->", StringComparison.Ordinal) + 3
                : 0;
            if (end > 3)
            {
                i += end;
                continue;
            }

            if (!rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) return null;
            var close = rest.IndexOfAny('>', '[');
            return close < 0 || rest[close] == '[' ? (i, 0, true) : (i, close + 1, false);
        }

        return null;
    }
}
