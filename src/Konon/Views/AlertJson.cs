using System.Buffers;
using System.Text.Json;
using Konon.Claims;
using Konon.Ledger;
using Konon.Ledger.Alerts;
using Konon.Stories;

namespace Konon.Views;

/// <summary>
/// An event as the body of a message: one JSON object, snake_case, offsets in code points, words on one line and bounded.
/// </summary>
/// <remarks>The same event of the same alert gives the same bytes.</remarks>
public static class AlertJson
{
    private const int LongestWords = 600;
    private const int MostVoices = 8;

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="alert">The alert's id.</param>
    /// <param name="story">The story's id and name.</param>
    /// <param name="at">When it was found, UTC.</param>
    /// <returns>UTF-8, without a line end.</returns>
    public static byte[] Of(StoryEvent happened, string alert, (string Id, string Name) story, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Write(happened.Kind.Name(), happened.Id, alert, at,
        json => {
            json.WriteStartObject("story"u8);
            json.WriteString("id"u8, story.Id);
            json.WriteString("name"u8, Bounded(story.Name));
            json.WriteEndObject();
            json.WriteString("what"u8, Bounded(happened.What));
            json.WriteStartArray("sides"u8);
            foreach (var side in happened.Sides) Write(json, side);
            json.WriteEndArray();
        });
    }

    /// <summary>Writes the message by which an alert is tried.</summary>
    /// <param name="alert">The alert's id.</param>
    /// <param name="id">The message's own id.</param>
    /// <param name="at">When it is sent, UTC.</param>
    public static byte[] OfTest(string alert, string id, DateTimeOffset at) => Write("test", id, alert, at, _ => { });

    private static byte[] Write(string kind, string id, string alert, DateTimeOffset at, Action<Utf8JsonWriter> rest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("event"u8, kind);
            json.WriteString("id"u8, id);
            json.WriteString("alert"u8, alert);
            json.WriteString(
                "found_at"u8, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            rest(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, EventSide side)
    {
        var article = side.Report.Article;
        json.WriteStartObject();
        json.WriteString("part"u8, side.Part);
        json.WriteStartArray("speakers"u8);
        foreach (var voice in side.Voices.Take(MostVoices)) Write(json, voice);
        json.WriteEndArray();
        json.WriteString("stance"u8, side.Stance is { } stance ? WireNames.Of(stance) : null);
        json.WriteString("said_on"u8, side.SaidOn?.ToString());
        if (side.Figure is { } figure) Write(json, figure);
        json.WriteString("words"u8, Bounded(side.Words));
        json.WriteStartObject("source"u8);
        json.WriteString("article"u8, ArticleKey.Of(article).Id);
        json.WriteString("document"u8, article.Sha256);
        if (side.Span is { } span)
        {
            var (start, end) = new CodePoints(article.Text).Of(span);
            json.WriteNumber("start"u8, start);
            json.WriteNumber("end"u8, end);
        }

        json.WriteString("outlet"u8, Bounded(article.Outlet));
        json.WriteString("title"u8, Bounded(article.Title));
        json.WriteString("url"u8, article.Url);
        json.WriteString("published"u8, article.Published?.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Voice voice)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, Bounded(voice.Name));
        json.WriteString("role"u8, Bounded(voice.Role));
        json.WriteString("party"u8, Bounded(voice.Party));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject("figure"u8);
        json.WriteNumber("value"u8, figure.Value);
        if (figure.Max is { } max) json.WriteNumber("max"u8, max);
        json.WriteString("bound"u8, WireNames.Of(figure.Bound));
        json.WriteString("unit"u8, figure.Unit);
        json.WriteEndObject();
    }

    private static string? Bounded(string? text)
    {
        if (text is null) return null;
        var line = PlainText.OneLine(text);
        if (line.Length <= LongestWords) return line;
        return line[..(char.IsLowSurrogate(line[LongestWords]) ? LongestWords - 1 : LongestWords)] + " […]";
    }
}
