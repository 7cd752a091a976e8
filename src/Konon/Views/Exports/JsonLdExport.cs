using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Konon.Claims;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Views.Exports;

/// <summary>
/// Linked data (JSON-LD 1.1): articles are schema.org <c>NewsArticle</c>s, claims are <c>Claim</c>s and, word for word, <c>Quotation</c>s,
/// their places are Web Annotation selectors; what neither has words for is in Konon's own terms.
/// </summary>
/// <remarks>The context stands in the file itself, so that nothing is fetched to read it; docs/formats/context.jsonld is the same.</remarks>
internal sealed class JsonLdExport : IExportWriter
{
    // Linked data is pasted into pages, between script tags that an article's words must not end. Letters of all scripts stay.
    private static readonly JsonWriterOptions WriterOptions =
        ArticleJson.WriterOptions with { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Stream _output;
    private readonly bool _withText;
    private readonly Utf8JsonWriter _json;

    public JsonLdExport(Stream output, bool withText)
    {
        _output = output;
        _withText = withText;
        _json = new Utf8JsonWriter(output, WriterOptions);
        _json.WriteStartObject();
        _json.WritePropertyName("@context"u8);
        Context().WriteTo(_json);
        _json.WriteStartArray("@graph"u8);
    }

    /// <summary>Konon's context: what each term of the export means.</summary>
    public static JsonElement Context()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("formats/context")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("@context"u8).Clone();
    }

    public void Dispose() => _json.Dispose();

    public void Add(ExportedArticle article)
    {
        WriteArticle(article);
        foreach (var row in ClaimRow.Of(article)) WriteClaim(row);
        _json.Flush();
    }

    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }

    private void WriteArticle(ExportedArticle exported)
    {
        var article = exported.Reading.Article;
        _json.WriteStartObject();
        Write("@id", ArticleName(exported));
        Write("@type", "NewsArticle");
        // An address here is a link to whoever reads it: javascript: and file: are none.
        Write("url", IsWeb(article.Url) ? article.Url : null);
        Write("headline", article.Title);
        if (article.Outlet is { } outlet) WriteParty("publisher", "Organization", outlet);
        if (article.Byline.Count > 0)
        {
            _json.WriteStartArray("author"u8);
            foreach (var name in article.Byline) WriteNamed("Person", name);
            _json.WriteEndArray();
        }

        Write("datePublished", article.Published?.Value);
        Write("dateModified", article.Modified?.Value);
        Write("inLanguage", article.Language == "und" ? null : article.Language);
        Write("dateline", article.Dateline);
        Write("sha256", article.Sha256);
        Write("textSha256", exported.TextDigest);
        Write("reader", exported.Reader);
        if (_withText) Write("articleBody", article.Text);
        _json.WriteEndObject();
    }

    private void WriteClaim(ClaimRow row)
    {
        var claim = row.Claim;
        _json.WriteStartObject();
        Write("@id", "urn:konon:claim:" + row.Article.Id + ":" + row.Id);
        _json.WriteStartArray("@type"u8);
        _json.WriteStringValue("Claim");
        if (claim.Kind == ClaimKind.Direct) _json.WriteStringValue("Quotation");
        _json.WriteEndArray();
        Write("text", row.Words);
        Write("appearance", ArticleName(row.Article));
        WriteList("author", claim.Speakers, WriteSpeaker);
        Write("stance", WireNames.Of(claim.Stance));
        Write("kind", WireNames.Of(claim.Kind));
        Write("act", claim.Act);
        Write("cue", claim.Cue?.Of(row.Text));
        Write("saidFrom", IsoDay.Of(claim.SaidOn?.From));
        Write("saidTo", IsoDay.Of(claim.SaidOn?.To));
        WriteList("relay", claim.Via, relay => WriteNamed("Organization", relay.Name));
        WriteList("series", claim.Figures, figure => WriteFigure(figure, row));
        _json.WriteNumber("confidence"u8, claim.Confidence);
        WriteList("target", claim.Content, part => WriteTarget(part, row));
        _json.WriteEndObject();
    }

    private void WriteSpeaker(Speaker speaker)
    {
        _json.WriteStartObject();
        Write("@id", "urn:konon:speaker:" + ContentId.OfSpeaker(speaker));
        Write("@type", speaker.Type is SpeakerType.Person or SpeakerType.Unnamed ? "Person" : "Organization");
        Write("name", speaker.Name);
        Write("role", speaker.Role);
        Write("party", speaker.Party);
        Write("speakerType", WireNames.Of(speaker.Type));
        _json.WriteEndObject();
    }

    private void WriteFigure(Figure figure, ClaimRow row)
    {
        _json.WriteStartObject();
        Write("@type", "QuantitativeValue");
        Write("exact", figure.Span.Of(row.Text));
        _json.WriteNumber(figure.Max is null ? "value"u8 : "minValue"u8, Plain(figure.Value));
        if (figure.Max is { } max) _json.WriteNumber("maxValue"u8, Plain(max));
        Write("bound", WireNames.Of(figure.Bound));
        Write("counted", figure.Counted);
        Write("unitText", figure.Unit);
        Write("status", figure.Status);
        Write("scope", figure.Scope);
        Write("asOfFrom", IsoDay.Of(figure.AsOf?.From));
        Write("asOfTo", IsoDay.Of(figure.AsOf?.To));
        WriteSelector(figure.Span, row);
        _json.WriteEndObject();
    }

    private void WriteTarget(TextSpan part, ClaimRow row)
    {
        _json.WriteStartObject();
        Write("@type", "SpecificResource");
        Write("source", ArticleName(row.Article));
        WriteSelector(part, row);
        _json.WriteEndObject();
    }

    // Both, as the recommendation advises: the quotation finds the words in a page that has changed around them, the position is exact.
    private void WriteSelector(TextSpan span, ClaimRow row)
    {
        _json.WriteStartArray("selector"u8);
        _json.WriteStartObject();
        Write("@type", "TextQuoteSelector");
        Write("exact", span.Of(row.Text));
        if (_withText)
        {
            Write("prefix", Neighbours.Before(row.Text, span).ToString());
            Write("suffix", Neighbours.Behind(row.Text, span).ToString());
        }

        _json.WriteEndObject();
        var (start, end) = row.Points.Of(span);
        _json.WriteStartObject();
        Write("@type", "TextPositionSelector");
        _json.WriteNumber("start"u8, start);
        _json.WriteNumber("end"u8, end);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteParty(string property, string type, string name)
    {
        _json.WritePropertyName(property);
        WriteNamed(type, name);
    }

    private void WriteNamed(string type, string name)
    {
        _json.WriteStartObject();
        Write("@type", type);
        Write("name", name);
        _json.WriteEndObject();
    }

    private void WriteList<T>(string property, IReadOnlyList<T> values, Action<T> write)
    {
        if (values.Count == 0) return;
        _json.WriteStartArray(property);
        foreach (var value in values) write(value);
        _json.WriteEndArray();
    }

    private void Write(string property, string? value)
    {
        if (value is not null) _json.WriteString(property, value);
    }

    private static string ArticleName(ExportedArticle article) => "urn:konon:article:" + article.Id;

    // Without trailing zeros, as everywhere.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
