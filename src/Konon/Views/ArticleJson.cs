using System.Text.Encodings.Web;
using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Ledger;

namespace Konon.Views;

/// <summary>An article with its claims as one JSON object, as <c>konon extract</c> prints it.</summary>
/// <remarks>
/// Names are snake_case, offsets count Unicode code points of <c>text</c>, as in the W3C Web Annotation selectors; what
/// is absent is null. The same reading always gives the same bytes.
/// </remarks>
public static class ArticleJson
{
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
            new ClaimJson(json, article.Text, points).Write(reading.Claims[i], ids[i]);
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

    internal static void WriteTimestamp(Utf8JsonWriter json, ReadOnlySpan<byte> name, Timestamp? time)
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

    internal static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
