using System.Text.Json;

namespace Konon.Web.Feeds;

/// <summary>Writes where feeds are.</summary>
internal static class FeedAddressJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<FeedAddress> feeds)
    {
        json.WriteStartArray();
        foreach (var feed in feeds)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, feed.Kind);
            json.WriteString("id"u8, feed.Id);
            json.WriteString("title"u8, feed.Title);
            json.WriteString("atom"u8, feed.Atom);
            json.WriteString("json"u8, feed.Json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
