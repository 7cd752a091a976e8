using Konon.Store.Search;
using Konon.Views.Listing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Api;

/// <summary>What the ledger holds as lists, each as the command of that name prints it.</summary>
internal static class ApiListings
{
    private const string Tag = "listings";

    private static readonly ApiParameter In = new("in", "What is counted: claims, or articles")
    {
        Choices = ["claims", "articles"],
        Default = "claims",
    };

    public static void MapApiListings(this IEndpointRouteBuilder api)
    {
        api.MapAsk("/claims", New("listClaims", "Claims, the newest first", "ClaimPage") with
        {
            Parameters = ApiParameters.Search,
            Description = "Of words joined by OR what holds all comes first, then what holds the rarest.",
        }, Claims);
        api.MapAsk("/articles", New("listArticles", "Articles, the newest first",
            "ArticlePage") with { Parameters = ApiParameters.Search }, Articles);
        api.MapAsk("/figures", New("listFigures", "Figures, the newest first",
            "FigurePage") with { Parameters = ApiParameters.Listing }, Figures);
        api.MapAsk("/speakers", New("listSpeakers", "Speakers, those with most claims first", "SpeakerPage") with
        {
            Parameters = ApiParameters.Listing,
            Description = "Counted over all claims that are asked for, once for each state of the ledger; a filter makes that faster.",
        }, Speakers);
        api.MapAsk("/outlets", New("listOutlets", "Outlets, by name",
            "OutletPage") with { Parameters = [ApiParameters.Limit, ApiParameters.Cursor] }, Outlets);
        api.MapAsk("/facets",
            New("countFacets", "How many of the newest rows stand under each outlet, speaker, party, stance, language, month",
            "Facets") with
        {
            Parameters = [In, ApiParameters.Words, .. ApiParameters.Filters],
        }, Facets);
    }

    private static ApiOperation New(string id, string summary, string answer) => new(id, Tag, summary, answer);

    private static IResult Claims(ApiAsk ask) => ApiPage.Of(ask.Context, "claims", ask.Store.Claims(ClaimsOf(ask)), ListingJson.Write);

    private static IResult Articles(ApiAsk ask) => ApiPage.Of(ask.Context, "articles", ask.Store.Articles(ArticlesOf(ask)),
        ListingJson.Write);

    private static IResult Figures(ApiAsk ask) => ApiPage.Of(
        ask.Context,
        "figures",
        ask.Store.Figures(new FigureQuery { Filter = ask.Filter(), Limit = ask.Limit, Cursor = ask.Cursor }),
        ListingJson.Write);

    private static IResult Speakers(ApiAsk ask) => ApiPage.Of(
        ask.Context,
        "speakers",
        ask.Kept(() => ask.Store.Speakers(new SpeakerQuery { Filter = ask.Filter(), Limit = ask.Limit, Cursor = ask.Cursor })),
        ListingJson.Write);

    private static IResult Outlets(ApiAsk ask) => ApiPage.Of(
        ask.Context, "outlets", ask.Store.Outlets(new OutletQuery { Limit = ask.Limit, Cursor = ask.Cursor }), ListingJson.Write);

    private static IResult Facets(ApiAsk ask)
    {
        var (words, filter) = ask.Search();
        var facets = ask.Kept(() => ask.Text("in") == "articles"
            ? ask.Store.Facets(new ArticleQuery { Words = words, Filter = filter })
            : ask.Store.Facets(new ClaimQuery { Words = words, Filter = filter }));
        return new ApiJson(json => ListingJson.Write(json, facets));
    }

    private static ClaimQuery ClaimsOf(ApiAsk ask)
    {
        var (words, filter) = ask.Search();
        return new ClaimQuery { Words = words, Filter = filter, Limit = ask.Limit, Cursor = ask.Cursor };
    }

    private static ArticleQuery ArticlesOf(ApiAsk ask)
    {
        var (words, filter) = ask.Search();
        return new ArticleQuery { Words = words, Filter = filter, Limit = ask.Limit, Cursor = ask.Cursor };
    }
}
