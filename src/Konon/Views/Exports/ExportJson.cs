using System.Text.Json;
using Konon.Ledger;

namespace Konon.Views.Exports;

/// <summary>An article of a ledger as one JSON object: <c>konon export --format jsonl</c>, described in docs/formats/export.md.</summary>
/// <remarks>
/// Like <see cref="ArticleJson"/>, with the ids of the ledger and without the input's name, which is not the same in two ledgers that
/// hold the same. The same article always gives the same bytes.
/// </remarks>
public static class ExportJson
{
    /// <summary>Writes one article; linear in its text and claims.</summary>
    /// <param name="json">Where to write; made with <see cref="ArticleJson.WriterOptions"/>. Not flushed.</param>
    /// <param name="exported">The article.</param>
    /// <param name="withText">Whether its text, and the words around each claim, are written.</param>
    public static void Write(Utf8JsonWriter json, ExportedArticle exported, bool withText)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(exported);
        var (article, claims) = (exported.Reading.Article, exported.Reading.Claims);
        var points = new CodePoints(article.Text);
        json.WriteStartObject();
        json.WriteString("id"u8, exported.Id);
        json.WriteString("key"u8, exported.Key);
        json.WriteString("url"u8, article.Url);
        json.WriteString("external_id"u8, article.ExternalId);
        json.WriteString("sha256"u8, article.Sha256);
        json.WriteString("text_sha256"u8, exported.TextDigest);
        json.WriteString("reader"u8, exported.Reader);
        json.WriteString("outlet"u8, article.Outlet);
        json.WriteString("title"u8, article.Title);
        ArticleJson.WriteStrings(json, "byline"u8, article.Byline);
        json.WriteString("dateline"u8, article.Dateline);
        ArticleJson.WriteTimestamp(json, "published"u8, article.Published);
        ArticleJson.WriteTimestamp(json, "modified"u8, article.Modified);
        json.WriteString("language"u8, article.Language);
        json.WriteNumber("body_start"u8, points.Before(article.BodyStart));
        if (withText) json.WriteString("text"u8, article.Text);
        ArticleJson.WriteStrings(json, "notes"u8, article.Notes);
        var ids = ClaimIds.Of(exported.Reading, points);
        var writer = new ClaimJson(json, article.Text, points) { HasNeighbours = withText, HasSpeakerIds = true };
        json.WriteStartArray("claims"u8);
        for (var i = 0; i < claims.Count; i++) writer.Write(claims[i], ids[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
