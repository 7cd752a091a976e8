using System.Net;
using System.Text.Json;

namespace Konon.Articles.Pages;

/// <summary>Reads the article out of a page's JSON-LD.</summary>
/// <remarks>
/// What is no JSON gives nothing. Depth is bounded by the JSON reader, and at most a few thousand objects are looked at.
/// </remarks>
internal sealed class LinkedDataReader
{
    private const int MaxObjects = 4_000;
    private const int MaxName = 120;

    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(LinkedArticle Article, int Rank)> _found = [];
    private int _seen;

    /// <summary>The article; every field empty where the page has none.</summary>
    public static LinkedArticle Read(IReadOnlyList<string> scripts)
    {
        var reader = new LinkedDataReader();
        foreach (var script in scripts) reader.ReadScript(script);
        var best = reader._found.Count == 0 ? new LinkedArticle() : reader._found.MaxBy(found => found.Rank).Article;
        foreach (var (other, _) in reader._found)
        {
            // A page that describes its article twice (two plug-ins) says the one here what it leaves out there.
            if (ReferenceEquals(other, best) || other.Headline != best.Headline) continue;
            best.Published ??= other.Published;
            best.Modified ??= other.Modified;
            best.Body ??= other.Body;
            if (best.Authors.Count == 0) best.Authors.AddRange(other.Authors);
        }

        return best;
    }

    private void ReadScript(string script)
    {
        var text = script.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text[4..].Trim();
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal)) text = text[11..].Trim();
        if (text.StartsWith("<![CDATA[", StringComparison.Ordinal)) text = text[9..].Trim();
        text = text.TrimEnd(';', ' ', '\n');
        foreach (var attempt in (ReadOnlySpan<bool>)[false, true])
        {
            try
            {
                using var json = JsonDocument.Parse(attempt ? Repaired(text) : text, Lenient);
                Collect(json.RootElement, 0);
                Visit(json.RootElement, 0);
                return;
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
            {
                // Line ends within strings are the common fault; the second try has none.
            }
        }
    }

    private static string Repaired(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });

    /// <summary>Names by their id, so that "author": {"@id": …} finds whom it means.</summary>
    private void Collect(JsonElement element, int depth)
    {
        if (depth > 6 || _names.Count > 200) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Take(200)) Collect(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "@id") is { } id && Text(element, "name") is { } name) _names.TryAdd(id, name);
            if (element.TryGetProperty("@graph", out var graph)) Collect(graph, depth + 1);
        }
    }

    private void Visit(JsonElement element, int depth)
    {
        if (depth > 8 || ++_seen > MaxObjects) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Visit(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (RankOf(element) is var rank and > 0) _found.Add((Article(element), rank));
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "blogPost"])
            {
                if (element.TryGetProperty(name, out var inner)) Visit(inner, depth + 1);
            }
        }
    }

    /// <summary>How much an object is the page's article: its type, and a little for whatever it says.</summary>
    private static int RankOf(JsonElement element)
    {
        var rank = 0;
        foreach (var type in Texts(element, "@type"))
        {
            rank = Math.Max(rank, type switch
            {
                "NewsArticle" or "ReportageNewsArticle" or "AnalysisNewsArticle" or "BackgroundNewsArticle" or "OpinionNewsArticle" => 60,
                "Article" or "BlogPosting" or "TechArticle" or "Report" or "ScholarlyArticle" or "SatiricalArticle" or "LiveBlogPosting" => 50,
                "Recipe" or "Review" or "PodcastEpisode" or "SocialMediaPosting" => 40,
                "WebPage" or "ItemPage" or "MedicalWebPage" => 20,
                "VideoObject" => 10,
                _ => type.EndsWith("Article", StringComparison.Ordinal) ? 45 : 0,
            });
        }

        if (rank == 0) return 0;
        if (Text(element, "datePublished") is not null) rank += 4;
        if (Text(element, "headline") is not null) rank += 3;
        if (element.TryGetProperty("author", out _)) rank += 2;
        return rank;
    }

    private LinkedArticle Article(JsonElement element)
    {
        var article = new LinkedArticle
        {
            Headline = Text(element, "headline") ?? Text(element, "name"),
            Published = Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Text(element, "uploadDate"),
            Modified = Text(element, "dateModified"),
            Body = Text(element, "articleBody"),
            Url = Text(element, "url") ?? (element.TryGetProperty("mainEntityOfPage", out var page) ? IdOf(page) : null),
            Language = Text(element, "inLanguage"),
        };
        if (element.TryGetProperty("publisher", out var publisher)) article.Publisher = Names(publisher, 0).FirstOrDefault();
        if (element.TryGetProperty("author", out var author)) article.Authors.AddRange(Names(author, 0));
        else if (element.TryGetProperty("creator", out var creator)) article.Authors.AddRange(Names(creator, 0));
        if (element.TryGetProperty("editor", out var editor)) article.Editors.AddRange(Names(editor, 0));
        return article;
    }

    private static string? IdOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object => Text(element, "@id") ?? Text(element, "url"),
        _ => null,
    };

    private IEnumerable<string> Names(JsonElement element, int depth)
    {
        if (depth > 3) yield break;
        switch (element.ValueKind)
        {
            case JsonValueKind.String when Clean(element.GetString()) is { } name:
                yield return name;
                break;
            case JsonValueKind.Object:
                if (element.TryGetProperty("name", out var inner))
                {
                    foreach (var text in Names(inner, depth + 1)) yield return text;
                }
                else if (Text(element, "@id") is { } id && _names.TryGetValue(id, out var known))
                {
                    yield return known;
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray().Take(30))
                {
                    foreach (var text in Names(item, depth + 1)) yield return text;
                }

                break;
        }
    }

    private static string? Clean(string? name)
    {
        if (name is null) return null;
        name = Folding.Blanks(WebUtility.HtmlDecode(name));
        return name.Length is 0 or > MaxName ? null : name;
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind != JsonValueKind.String) return null;
        var text = WebUtility.HtmlDecode(value.GetString());
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static IEnumerable<string> Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) yield break;
        if (value.ValueKind == JsonValueKind.String) yield return value.GetString()!;
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in value.EnumerateArray().Take(10))
        {
            if (item.ValueKind == JsonValueKind.String) yield return item.GetString()!;
        }
    }
}
