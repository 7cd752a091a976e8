using System.Text.Json;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;

namespace Konon.Views.Listing;

/// <summary>Rows of listings as JSON objects: snake_case, what is absent is null; offsets of marks in code points of the snippet.</summary>
/// <remarks>The writers are made with <see cref="ArticleJson.WriterOptions"/> and are not flushed.</remarks>
public static class ListingJson
{
    /// <summary>Writes a claim.</summary>
    public static void Write(Utf8JsonWriter json, ClaimRow claim)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(claim);
        json.WriteStartObject();
        WriteFields(json, claim);
        json.WriteStartArray("figures"u8);
        foreach (var figure in claim.Figures)
        {
            json.WriteStartObject();
            WriteFields(json, figure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSnippet(json, claim.Snippet);
        json.WriteEndObject();
    }

    /// <summary>Writes a figure with its claim.</summary>
    public static void Write(Utf8JsonWriter json, FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(row);
        json.WriteStartObject();
        WriteFields(json, row.Figure);
        json.WriteStartObject("claim"u8);
        WriteFields(json, row.Claim);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a speaker.</summary>
    public static void Write(Utf8JsonWriter json, SpeakerRow speaker)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(speaker);
        json.WriteStartObject();
        json.WriteString("id"u8, speaker.Id);
        json.WriteString("name"u8, speaker.Name);
        json.WriteString("type"u8, speaker.Type);
        Write(json, "parties", speaker.Parties);
        json.WriteNumber("claims"u8, speaker.Claims);
        json.WriteNumber("reports"u8, speaker.Reports);
        json.WriteNumber("outlets"u8, speaker.Outlets);
        if (speaker.Counted is { } counted) json.WriteNumber("counted"u8, counted);
        else json.WriteNull("counted"u8);
        json.WriteString("first"u8, speaker.First);
        json.WriteString("last"u8, speaker.Last);
        json.WriteEndObject();
    }

    /// <summary>Writes a story, with its articles where it has them.</summary>
    public static void Write(Utf8JsonWriter json, StoryRow story)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(story);
        json.WriteStartObject();
        json.WriteString("id"u8, story.Id);
        json.WriteString("name"u8, story.Name);
        json.WriteString("from"u8, story.From);
        json.WriteString("to"u8, story.To);
        json.WriteNumber("reports"u8, story.Articles);
        json.WriteNumber("outlets"u8, story.Outlets);
        json.WriteNumber("claims"u8, story.Claims);
        Write(json, "places", story.Places);
        Write(json, "parties", story.Parties);
        if (story.Members is { } members)
        {
            json.WriteStartArray("articles"u8);
            foreach (var article in members) Write(json, article);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes an article of a story.</summary>
    public static void Write(Utf8JsonWriter json, StoryArticleRow article)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        json.WriteString("id"u8, article.Id);
        json.WriteString("external_id"u8, article.ExternalId);
        json.WriteString("url"u8, article.Url);
        json.WriteString("outlet"u8, article.Outlet);
        json.WriteString("title"u8, article.Title);
        json.WriteString("published"u8, article.Published);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes an article.</summary>
    public static void Write(Utf8JsonWriter json, ArticleRow article)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        json.WriteString("id"u8, article.Id);
        json.WriteString("outlet"u8, article.Outlet);
        json.WriteString("title"u8, article.Title);
        json.WriteString("url"u8, article.Url);
        json.WriteString("external_id"u8, article.ExternalId);
        json.WriteString("published"u8, article.Published);
        json.WriteString("day"u8, OrNull(article.Day));
        json.WriteString("language"u8, article.Language);
        json.WriteNumber("claims"u8, article.Claims);
        WriteSnippet(json, article.Snippet);
        json.WriteEndObject();
    }

    /// <summary>Writes an outlet.</summary>
    public static void Write(Utf8JsonWriter json, OutletRow outlet)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(outlet);
        json.WriteStartObject();
        json.WriteString("name"u8, outlet.Name);
        json.WriteNumber("articles"u8, outlet.Articles);
        json.WriteString("first"u8, outlet.First);
        json.WriteString("last"u8, outlet.Last);
        json.WriteEndObject();
    }

    /// <summary>Writes counts by field.</summary>
    public static void Write(Utf8JsonWriter json, Facets facets)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(facets);
        json.WriteStartObject();
        json.WriteNumber("counted"u8, facets.Counted);
        json.WriteBoolean("partial"u8, facets.IsPartial);
        foreach (var facet in facets.Fields)
        {
            json.WriteStartArray(facet.Name);
            foreach (var value in facet.Values)
            {
                json.WriteStartObject();
                json.WriteString("value"u8, value.Value);
                json.WriteString("label"u8, value.Label);
                json.WriteNumber("count"u8, value.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, ClaimRow claim)
    {
        json.WriteString("id"u8, claim.Id);
        json.WriteString("article"u8, claim.Article);
        json.WriteString("stance"u8, claim.Stance);
        json.WriteString("kind"u8, claim.Kind);
        json.WriteString("said_from"u8, claim.SaidFrom);
        json.WriteString("said_to"u8, claim.SaidTo);
        json.WriteString("day"u8, OrNull(claim.Day));
        json.WriteStartArray("speakers"u8);
        foreach (var speaker in claim.Speakers)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, speaker.Id);
            json.WriteString("name"u8, speaker.Name);
            json.WriteString("as"u8, speaker.As);
            json.WriteString("role"u8, speaker.Role);
            json.WriteString("party"u8, speaker.Party);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("cue"u8, claim.Cue);
        json.WriteString("via"u8, claim.Via);
        json.WriteString("words"u8, claim.Words);
        json.WriteString("outlet"u8, claim.Outlet);
        json.WriteString("title"u8, claim.Title);
        json.WriteString("url"u8, claim.Url);
        json.WriteString("published"u8, claim.Published);
        json.WriteString("language"u8, claim.Language);
    }

    private static void WriteFields(Utf8JsonWriter json, FigureInClaim figure)
    {
        json.WriteString("id"u8, figure.Id);
        json.WriteNumber("value"u8, figure.Value);
        if (figure.Max is { } max) json.WriteNumber("max"u8, max);
        else json.WriteNull("max"u8);
        json.WriteString("bound"u8, figure.Bound);
        json.WriteString("counted"u8, figure.Counted);
        json.WriteString("unit"u8, figure.Unit);
        json.WriteString("status"u8, figure.Status);
        json.WriteString("scope"u8, figure.Scope);
        json.WriteString("as_of"u8, figure.AsOf);
        json.WriteString("exact"u8, figure.Exact);
    }

    private static void WriteSnippet(Utf8JsonWriter json, SearchSnippet? snippet)
    {
        if (snippet is null) return;
        var points = new Konon.Ledger.CodePoints(snippet.Text);
        json.WriteStartObject("snippet"u8);
        json.WriteString("text"u8, snippet.Text);
        json.WriteStartArray("marks"u8);
        foreach (var mark in snippet.Marks)
        {
            var (start, end) = points.Of(mark);
            json.WriteStartArray();
            json.WriteNumberValue(start);
            json.WriteNumberValue(end);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
