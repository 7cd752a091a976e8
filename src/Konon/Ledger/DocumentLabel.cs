using System.Buffers;
using System.Text.Json;
using Konon.Bytes;

namespace Konon.Ledger;

/// <summary>What is said of a document beside its bytes, kept so that it can be read again: a row's fields, a page's address, its feed.</summary>
/// <remarks>
/// Not where and when it was seen: that is a sighting. The same label always gives the same bytes, so that its digest tells two labels apart.
/// </remarks>
public static class DocumentLabel
{
    /// <summary>Writes the label; empty where the document has none. Linear in a row's text.</summary>
    public static byte[] Write(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document is { Row: null, Page: null, Delivery: null }) return [];
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RecordJson.WriterOptions))
        {
            json.WriteStartObject();
            if (document.Row is { } row) Write(json, row);
            if (document.Page is { } page) Write(json, page);
            if (document.Delivery is { } delivery) Write(json, delivery);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The document as it was when its label was written, but for the time of fetching.</summary>
    /// <param name="input">Where it came from.</param>
    /// <param name="sha256">The digest of the bytes.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="label">What <see cref="Write(Document)"/> gave.</param>
    /// <exception cref="JsonException">The label is none.</exception>
    public static Document Read(string input, string sha256, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> label)
    {
        var document = new Document { Input = input, Bytes = bytes, Sha256 = sha256 };
        if (label.IsEmpty) return document;
        using var json = JsonDocument.Parse(label);
        var root = json.RootElement;
        return document with
        {
            Row = root.TryGetProperty("row"u8, out var row)
                ? new RowFields(row.Optional("id"), row.Optional("url"), row.Optional("outlet"), row.Optional("title"), row.Optional("published"), row.Optional("text"))
                : null,
            Page = root.TryGetProperty("page"u8, out var page) ? new PageFields(page.Optional("url"), page.Optional("charset")) : null,
            Delivery = root.TryGetProperty("delivery"u8, out var delivery) ? Delivered(delivery) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, RowFields row)
    {
        json.WriteStartObject("row"u8);
        json.WriteOptional("id", row.Id);
        json.WriteOptional("url", row.Url);
        json.WriteOptional("outlet", row.Outlet);
        json.WriteOptional("title", row.Title);
        json.WriteOptional("published", row.Published);
        json.WriteOptional("text", row.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PageFields page)
    {
        json.WriteStartObject("page"u8);
        json.WriteOptional("url", page.Url);
        json.WriteOptional("charset", page.Charset);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Delivery delivery)
    {
        json.WriteStartObject("delivery"u8);
        json.WriteOptional("url", delivery.Url);
        json.WriteOptional("content_type", delivery.ContentType);
        if (delivery.FromArchive) json.WriteBoolean("from_archive"u8, true);
        if (delivery.Feed is { } feed)
        {
            json.WriteStartObject("feed"u8);
            json.WriteOptional("id", feed.Id);
            json.WriteOptional("title", feed.Title);
            json.WriteOptional("published", feed.Published);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static Delivery Delivered(JsonElement delivery) => new()
    {
        Url = delivery.Optional("url") ?? "",
        ContentType = delivery.Optional("content_type"),
        FromArchive = delivery.TryGetProperty("from_archive"u8, out var archive) && archive.GetBoolean(),
        Feed = delivery.TryGetProperty("feed"u8, out var feed)
            ? new FeedFields(feed.Optional("id"), feed.Optional("title"), feed.Optional("published"))
            : null,
    };
}
