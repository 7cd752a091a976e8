using System.Buffers;
using System.Text.Json;
using Konon.Ledger;
using Konon.Views;

namespace Konon.Web.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
internal static class JsonFeedWriter
{
    public const string Type = "application/feed+json; charset=utf-8";

    /// <summary>The feed's bytes: the same for the same feed at the same address.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="host">Scheme and host of this server, without a slash at the end.</param>
    /// <param name="self">The feed's own address, from the slash on.</param>
    public static byte[] Write(WebFeed feed, string host, string self)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("version"u8, "https://jsonfeed.org/version/1.1");
            json.WriteString("title"u8, FeedText.Title(feed.Title));
            json.WriteString("home_page_url"u8, host + feed.Page);
            json.WriteString("feed_url"u8, host + self);
            json.WriteString("language"u8, feed.Language);
            json.WriteStartObject("_konon"u8);
            json.WriteString("id"u8, feed.Id);
            json.WriteString("updated"u8, FeedText.Time(feed.Updated));
            json.WriteString("about"u8, Reader.Name);
            json.WriteEndObject();
            json.WriteStartArray("items"u8);
            foreach (var entry in feed.Entries) Write(json, entry, host);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry, string host)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("url"u8, host + entry.Page);
        if (entry.Source is { } source) json.WriteString("external_url"u8, source);
        json.WriteString("title"u8, FeedText.Title(entry.Title));
        json.WriteString("content_html"u8, FeedText.Html(entry.Paragraphs));
        json.WriteString("date_modified"u8, FeedText.Time(entry.Updated));
        if (entry.Author is { } author)
        {
            json.WriteStartArray("authors"u8);
            json.WriteStartObject();
            json.WriteString("name"u8, FeedText.Line(author));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
