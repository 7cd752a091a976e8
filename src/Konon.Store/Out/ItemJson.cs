using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Konon.Claims;
using Konon.Ledger.Listing;
using Konon.Store.Search;
using Konon.Views;
using Konon.Views.Listing;

namespace Konon.Store.Out;

/// <summary>One thing of the ledger as JSON; articles and claims as <c>konon extract</c> prints them.</summary>
public static class ItemJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = ArticleJson.WriterOptions.Encoder };

    /// <summary>The object as indented text.</summary>
    public static string Of(LedgerItem item) => Node(item).ToJsonString(Indented);

    /// <summary>The object.</summary>
    public static JsonObject Node(LedgerItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item switch
        {
            ArticleItem article => Article(article),
            ClaimItem claim => Claim(claim),
            FigureItem figure => Figure(figure),
            SpeakerItem speaker => Speaker(speaker),
            _ => [],
        };
    }

    private static JsonObject Article(ArticleItem item) => new()
    {
        ["type"] = "article",
        ["id"] = item.Row.Id,
        ["key"] = item.Stored.Key,
        ["reading"] = item.Stored.Id,
        ["text_sha256"] = item.Stored.TextDigest,
        ["article"] = Extracted(item.Reading, item.Stored),
        ["versions"] = new JsonArray([.. item.Versions.Select(Version)]),
        ["sightings"] = new JsonArray([.. item.Sightings.Select(Sighting)]),
    };

    private static JsonObject Claim(ClaimItem item) => new()
    {
        ["type"] = "claim",
        ["id"] = item.Row.Id,
        ["claim"] = ClaimOf(item),
        ["row"] = Written(json => ListingJson.Write(json, item.Row)),
        ["article"] = item.Row.Article,
        ["reading"] = item.Stored.Id,
        ["sha256"] = item.Stored.Sha256,
        ["text_sha256"] = item.Stored.TextDigest,
        ["current"] = item.Stored.IsCurrent,
    };

    private static JsonObject Figure(FigureItem item) => new()
    {
        ["type"] = "figure",
        ["id"] = item.Claim.Row.Figures[item.Ordinal].Id,
        ["figure"] = ClaimOf(item.Claim)["figures"]![item.Ordinal]!.DeepClone(),
        ["claim"] = Claim(item.Claim),
    };

    private static JsonObject Speaker(SpeakerItem item) => new()
    {
        ["type"] = "speaker",
        ["id"] = item.Row.Id,
        ["speaker"] = Written(json => ListingJson.Write(json, item.Row)),
        ["names"] = new JsonArray([.. item.Names.Select(name => new JsonObject { ["name"] = name.Name, ["uses"] = name.Uses })]),
        ["merged"] = new JsonArray([.. item.Merged.Select(id => JsonValue.Create(id))]),
        ["claims"] = new JsonArray([.. item.Claims.Select(claim => Written(json => ListingJson.Write(json, claim)))]),
    };

    private static JsonNode ClaimOf(ClaimItem item) => Extracted(item.Reading, item.Stored)["claims"]![item.Ordinal]!.DeepClone();

    // The reader is the one that read it then, not the one that prints it now.
    private static JsonNode Extracted(Reading reading, StoredReading stored)
    {
        var article = Written(json => ArticleJson.Write(json, reading));
        article["reader"] = stored.Reader;
        return article;
    }

    private static JsonObject Version(ArticleVersion version) => new()
    {
        ["id"] = version.Id,
        ["sha256"] = version.Sha256,
        ["text_sha256"] = version.TextDigest,
        ["reader"] = version.Reader,
        ["published"] = version.Published,
        ["modified"] = version.Modified,
        ["current"] = version.IsCurrent,
        ["superseded_by"] = version.SupersededBy,
    };

    private static JsonObject Sighting(ArticleSighting sighting) => new()
    {
        ["input"] = sighting.Input,
        ["sha256"] = sighting.Sha256,
        ["seen_at"] = Time(sighting.SeenAt),
        ["fetched_at"] = sighting.FetchedAt is { } at ? Time(at) : null,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        CultureInfo.InvariantCulture);

    private static JsonNode Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ArticleJson.WriterOptions)) write(json);
        return JsonNode.Parse(stream.ToArray())!;
    }
}
