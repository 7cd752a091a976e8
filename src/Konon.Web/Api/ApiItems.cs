using System.Text.Json.Nodes;
using Konon.Ledger.Review;
using Konon.Store.Out;
using Konon.Store.Search;
using Konon.Store.Versions;
using Konon.Views;
using Konon.Views.Listing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Api;

/// <summary>One thing of the ledger, as <c>konon show</c> prints it, with what people decided on it.</summary>
internal static class ApiItems
{
    private const string Tag = "items";
    private const string ArticleId = "The article's id";

    private static readonly ApiParameter From = new("from", "The older version's number; the one before the newer", ApiValue.Number);
    private static readonly ApiParameter To = new("to", "The newer version's number; the last", ApiValue.Number);

    public static void MapItems(this IEndpointRouteBuilder api)
    {
        api.MapAsk("/articles/{id}", New("getArticle", "An article: text, claims with their spans, versions, sightings", "Article",
            ArticleId) with
        {
            Description = "Offsets count Unicode code points of text; review says what people made of each claim.",
        }, Article);
        api.MapAsk("/articles/{id}/versions", New("listVersions", "How the article stood over time, the oldest first", "[Version]",
            ArticleId), Versions);
        api.MapAsk("/articles/{id}/diff", New("compareVersions", "What changed between two versions: claims and figures, then words",
            "Revision", ArticleId) with
        {
            Parameters = [From, To],
            Besides = [(StatusCodes.Status409Conflict,
                "The versions were read by different readers, and the bytes to read both alike are gone")],
        }, Diff);
        api.MapAsk("/figures/{id}", New("getFigure", "A figure with its claim", "Figure",
            "The claim's id, a point, and the figure's number in it"), ask =>
            ask.Store.Find(ask.Name("id")) is FigureItem item ? Json(ItemJson.Node(item)) : Missing(ask));
        api.MapAsk("/speakers/{id}", New("getSpeaker", "A speaker: names, how much, the newest claims", "SpeakerItem",
            "The speaker's id") with
        {
            Besides = [(StatusCodes.Status307TemporaryRedirect, "The speaker was merged into the one that the answer leads to")],
        }, Speaker);
        api.MapAsk("/outlets/{name}", New("getOutlet", "An outlet: how many articles, from when to when", "OutletRow",
            "The outlet's name"), ask =>
            ask.Store.Outlet(ask.Name("name")) is { } outlet ? new ApiJson(json => ListingJson.Write(json, outlet)) : Missing(ask));
    }

    private static ApiOperation New(string id, string summary, string answer, string names) =>
        new(id, Tag, summary, answer) { Names = names };

    /// <summary>The problem that nothing has an id.</summary>
    public static IResult Missing(ApiAsk ask) => ApiProblem.Missing("The ledger has nothing of that id.");

    /// <summary>An answer of what was put together already.</summary>
    public static IResult Json(JsonNode node) => new ApiJson(json => node.WriteTo(json));

    private static IResult Article(ApiAsk ask)
    {
        if (ask.Store.Find(ask.Name("id")) is not ArticleItem item) return Missing(ask);
        var node = ItemJson.Node(item);
        node["story"] = ask.Store.StoryOf(item.Row.Id)?.Id;
        node["review"] = new JsonArray([.. ask.Store.Effective(item.Stored).Claims.Select(ClaimReviewJson.Node)]);
        return Json(node);
    }

    private static IResult Versions(ApiAsk ask)
    {
        var versions = ask.Store.Versions(ask.Name("id"));
        return versions.Count == 0 ? Missing(ask) : Json(new JsonArray([.. versions.Select(Version)]));
    }

    private static JsonObject Version(Konon.Store.Versions.ArticleVersion version) => new()
    {
        ["version"] = version.Number,
        ["seen_first"] = DecisionRecord.Time(version.FirstSeen),
        ["seen_last"] = DecisionRecord.Time(version.LastSeen),
        ["fetched"] = version.WasFetched,
        ["claims"] = version.Reading.Claims.Count,
        ["change"] = VersionNames.Of(version.Change),
        ["current"] = version.IsCurrent,
        ["sha256"] = version.Sha256,
    };

    private static IResult Diff(ApiAsk ask)
    {
        var versions = ask.Store.Versions(ask.Name("id"));
        if (versions.Count == 0) return Missing(ask);
        return VersionPair.TryCompare(ask.Name("id"), versions, ask.NumberOrNull("from"), ask.NumberOrNull("to"), out var page) switch
        {
            VersionRefusal.NoSuchVersion => ApiProblem.Missing($"The article has the versions 1 to {versions[^1].Number}."),
            VersionRefusal.NotComparable => ApiProblem.Of(
                StatusCodes.Status409Conflict, "Different versions of Konon read these, and the kept bytes to read both alike are gone."),
            _ => new ApiJson(json => RevisionJson.Write(json, page!)),
        };
    }

    private static IResult Speaker(ApiAsk ask)
    {
        if (ask.Store.Find(ask.Name("id")) is not SpeakerItem item) return Missing(ask);
        // For now: a merge can be undone.
        return item.Row.Id == ask.Name("id")
            ? Json(ItemJson.Node(item))
            : Results.LocalRedirect(ApiRoutes.Root + "/speakers/" + item.Row.Id, permanent: false, preserveMethod: true);
    }
}
