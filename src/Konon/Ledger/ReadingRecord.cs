using System.Buffers;
using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Text;

namespace Konon.Ledger;

/// <summary>Writes a reading as the ledger keeps it: one JSON object, offsets in UTF-16 code units, no copy of any words but the text.</summary>
/// <remarks>
/// Without the input's name, which is a sighting's, the document's digest and the reader's version, so that a page whose bytes alone
/// changed, or two readers that agree, give the same bytes. <see cref="ReadingParser"/> reads it. The format is described in docs/formats/ledger.md.
/// </remarks>
public static class ReadingRecord
{
    /// <summary>Writes one reading. Linear in the text and the claims; the same reading gives the same bytes.</summary>
    public static byte[] Write(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var buffer = new ArrayBufferWriter<byte>(reading.Article.Text.Length * 2);
        using (var json = new Utf8JsonWriter(buffer, RecordJson.WriterOptions))
        {
            json.WriteStartObject();
            WriteHead(json, reading.Article);
            json.WriteStartArray("claims"u8);
            foreach (var claim in reading.Claims) WriteClaim(json, claim);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, Article article)
    {
        json.WriteOptional("external_id", article.ExternalId);
        json.WriteOptional("url", article.Url);
        json.WriteOptional("outlet", article.Outlet);
        json.WriteOptional("title", article.Title);
        json.WriteOptional("byline", article.Byline);
        json.WriteOptional("dateline", article.Dateline);
        Write(json, "published", article.Published);
        Write(json, "modified", article.Modified);
        json.WriteString("language"u8, article.Language);
        json.WriteNumber("body_start"u8, article.BodyStart);
        json.WriteString("text"u8, article.Text);
        Write(json, "asides", article.Asides);
        if (article.Removed.Count > 0)
        {
            json.WriteStartArray("removed"u8);
            foreach (var removed in article.Removed)
            {
                json.WriteStartArray();
                json.WriteStringValue(removed.Reason);
                json.WriteStringValue(removed.Exact);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteOptional("notes", article.Notes);
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        Write(json, "content", claim.Content);
        json.WriteString("kind"u8, WireNames.Of(claim.Kind));
        if (claim.Speakers.Count > 0)
        {
            json.WriteStartArray("speakers"u8);
            foreach (var speaker in claim.Speakers) WriteSpeaker(json, speaker);
            json.WriteEndArray();
        }

        Write(json, "cue", claim.Cue);
        if (claim.Via.Count > 0)
        {
            json.WriteStartArray("via"u8);
            foreach (var relay in claim.Via)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, relay.Name);
                Write(json, "span", relay.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteString("stance"u8, WireNames.Of(claim.Stance));
        json.WriteOptional("act", claim.Act);
        json.WriteOptional("said_on", claim.SaidOn?.ToString());
        if (claim.Figures.Count > 0)
        {
            json.WriteStartArray("figures"u8);
            foreach (var figure in claim.Figures) WriteFigure(json, figure);
            json.WriteEndArray();
        }

        if (claim.Times.Count > 0)
        {
            json.WriteStartArray("times"u8);
            foreach (var time in claim.Times)
            {
                json.WriteStartObject();
                Write(json, "span", time.Span);
                json.WriteOptional("days", time.Days?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteOptional("notes", claim.Notes);
        json.WriteNumber("confidence"u8, claim.Confidence);
        json.WriteString("rule"u8, claim.Rule);
        json.WriteEndObject();
    }

    private static void WriteSpeaker(Utf8JsonWriter json, Speaker speaker)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, speaker.Name);
        Write(json, "mention", speaker.Mention);
        json.WriteOptional("role", speaker.Role);
        json.WriteString("type"u8, WireNames.Of(speaker.Type));
        json.WriteOptional("party", speaker.Party);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        Write(json, "span", figure.Span);
        json.WriteNumber("value"u8, figure.Value);
        if (figure.Max is { } max) json.WriteNumber("max"u8, max);
        json.WriteString("bound"u8, WireNames.Of(figure.Bound));
        json.WriteOptional("counted", figure.Counted);
        json.WriteOptional("unit", figure.Unit);
        json.WriteOptional("status", figure.Status);
        json.WriteOptional("scope", figure.Scope);
        json.WriteOptional("as_of", figure.AsOf?.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Timestamp? time)
    {
        if (time is null) return;
        json.WriteStartObject(name);
        json.WriteString("value"u8, time.Value);
        json.WriteString("precision"u8, WireNames.Of(time.Precision));
        json.WriteString("from"u8, WireNames.Of(time.From));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var span in spans) Write(json, span);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, TextSpan? span)
    {
        if (span is not { } found) return;
        json.WritePropertyName(name);
        Write(json, found);
    }

    private static void Write(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}
