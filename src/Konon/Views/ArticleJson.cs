using System.Text.Encodings.Web;
using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Views;

/// <summary>An article with its claims as one JSON object, as <c>konon extract</c> prints it.</summary>
/// <remarks>
/// Names are snake_case, offsets count Unicode code points of <c>text</c>, as in the W3C Web Annotation selectors; what
/// is absent is null. The same reading always gives the same bytes.
/// </remarks>
public static class ArticleJson
{
    // As many as the Web Annotation examples use; enough to find the words again in a text that has changed around them.
    private const int Neighbourhood = 32;

    /// <summary>How the writer must be made for the output to be what this class promises: one line, letters unescaped.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false, SkipValidation = false };

    /// <summary>Writes one reading as one object; linear in the text and in what was found.</summary>
    /// <param name="json">Where to write; made with <see cref="WriterOptions"/>. Not flushed.</param>
    /// <param name="reading">The article and its claims.</param>
    public static void Write(Utf8JsonWriter json, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reading);
        var article = reading.Article;
        var points = new CodePoints(article.Text);
        var ids = ClaimIds.Of(reading, points);
        json.WriteStartObject();
        WriteHead(json, article, points);
        json.WriteStartArray("claims"u8);
        for (var i = 0; i < reading.Claims.Count; i++)
        {
            new ClaimWriter(json, article.Text, points).Write(reading.Claims[i], ids[i]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, Article article, CodePoints points)
    {
        json.WriteString("input"u8, article.Input);
        json.WriteString("external_id"u8, article.ExternalId);
        json.WriteString("sha256"u8, article.Sha256);
        json.WriteString("url"u8, article.Url);
        json.WriteString("outlet"u8, article.Outlet);
        json.WriteString("title"u8, article.Title);
        WriteStrings(json, "byline"u8, article.Byline);
        json.WriteString("dateline"u8, article.Dateline);
        WriteTimestamp(json, "published"u8, article.Published);
        WriteTimestamp(json, "modified"u8, article.Modified);
        json.WriteString("language"u8, article.Language);
        json.WriteString("reader"u8, Reader.Name);
        json.WriteNumber("body_start"u8, points.Before(article.BodyStart));
        json.WriteString("text"u8, article.Text);
        WriteStrings(json, "notes"u8, article.Notes);
    }

    private static void WriteTimestamp(Utf8JsonWriter json, ReadOnlySpan<byte> name, Timestamp? time)
    {
        if (time is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("value"u8, time.Value);
        json.WriteString("precision"u8, WireNames.Of(time.Precision));
        json.WriteString("from"u8, WireNames.Of(time.From));
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes the claims of one text.</summary>
    private readonly struct ClaimWriter(Utf8JsonWriter json, string text, CodePoints points)
    {
        public void Write(Claim claim, string id)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteStartArray("content"u8);
            foreach (var part in claim.Content) WriteQuote(part);
            json.WriteEndArray();
            json.WriteString("kind"u8, WireNames.Of(claim.Kind));
            json.WriteStartArray("speakers"u8);
            foreach (var speaker in claim.Speakers) WriteSpeaker(speaker);
            json.WriteEndArray();
            WriteMention("cue"u8, claim.Cue);
            json.WriteStartArray("via"u8);
            foreach (var relay in claim.Via) WriteRelay(relay);
            json.WriteEndArray();
            json.WriteString("stance"u8, WireNames.Of(claim.Stance));
            json.WriteString("act"u8, claim.Act);
            json.WriteString("said_on"u8, claim.SaidOn?.ToString());
            json.WriteStartArray("figures"u8);
            foreach (var figure in claim.Figures) WriteFigure(figure);
            json.WriteEndArray();
            json.WriteStartArray("times"u8);
            foreach (var time in claim.Times) WriteTime(time);
            json.WriteEndArray();
            WriteStrings(json, "notes"u8, claim.Notes);
            json.WriteNumber("confidence"u8, claim.Confidence);
            json.WriteString("rule"u8, claim.Rule);
            json.WriteEndObject();
        }

        private void WriteQuote(TextSpan span)
        {
            json.WriteStartObject();
            WriteSpan(span);
            json.WriteString("prefix"u8, text.AsSpan(Whole(Math.Max(0, span.Start - Neighbourhood))..span.Start));
            json.WriteString("suffix"u8, text.AsSpan(span.End..Whole(Math.Min(text.Length, span.End + Neighbourhood))));
            json.WriteEndObject();
        }

        private void WriteSpeaker(Speaker speaker)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, speaker.Name);
            WriteMention("mention"u8, speaker.Mention);
            json.WriteString("role"u8, speaker.Role);
            json.WriteString("type"u8, WireNames.Of(speaker.Type));
            json.WriteString("party"u8, speaker.Party);
            json.WriteEndObject();
        }

        private void WriteRelay(Relay relay)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, relay.Name);
            WriteSpan(relay.Span);
            json.WriteEndObject();
        }

        private void WriteFigure(Figure figure)
        {
            json.WriteStartObject();
            WriteSpan(figure.Span);
            WriteNumber("value"u8, figure.Value);
            WriteNumber("max"u8, figure.Max);
            json.WriteString("bound"u8, WireNames.Of(figure.Bound));
            json.WriteString("counted"u8, figure.Counted);
            json.WriteString("unit"u8, figure.Unit);
            json.WriteString("status"u8, figure.Status);
            json.WriteString("scope"u8, figure.Scope);
            json.WriteString("as_of"u8, figure.AsOf?.ToString());
            json.WriteEndObject();
        }

        private void WriteTime(TimeMention time)
        {
            json.WriteStartObject();
            WriteSpan(time.Span);
            json.WriteString("from"u8, time.Days is { } days ? DayRange.Of(days.From).ToString() : null);
            json.WriteString("to"u8, time.Days is { } range ? DayRange.Of(range.To).ToString() : null);
            json.WriteEndObject();
        }

        private void WriteMention(ReadOnlySpan<byte> name, TextSpan? span)
        {
            if (span is not { } found)
            {
                json.WriteNull(name);
                return;
            }

            json.WriteStartObject(name);
            WriteSpan(found);
            json.WriteEndObject();
        }

        private void WriteSpan(TextSpan span)
        {
            var (start, end) = points.Of(span);
            json.WriteNumber("start"u8, start);
            json.WriteNumber("end"u8, end);
            json.WriteString("exact"u8, span.In(text));
        }

        // Dividing by a one with many zeros takes the trailing zeros off: 12.50 is written 12.5, 3000.0 is 3000.
        private void WriteNumber(ReadOnlySpan<byte> name, decimal? value)
        {
            if (value is { } number) json.WriteNumber(name, number / 1.0000000000000000000000000000m);
            else json.WriteNull(name);
        }

        // An offset in the middle of a surrogate pair moves before it, so that no half is written.
        private int Whole(int offset) =>
            offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset - 1 : offset;
    }
}
