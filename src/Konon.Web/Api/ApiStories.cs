using Konon.Ledger.Listing;
using Konon.Store.Grouping;
using Konon.Views;
using Konon.Views.Listing;
using Konon.Web.Feeds;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Api;

/// <summary>Stories, and the sides of one as the commands of these names print them.</summary>
internal static class ApiStories
{
    private const string Tag = "stories";
    private const int MostLeast = 1_000_000;

    // Only the names of fields and the values of articles stand in these answers, nothing in the language of headings.
    private static readonly UiWords Words = UiWords.Of("en");

    private static readonly IReadOnlyList<ApiParameter> Listing =
    [
        new("since", "Stories that end on or after this day", ApiValue.Day),
        new("until", "Stories that begin on or before this day", ApiValue.Day),
        new("least", "Stories with at least so many articles", ApiValue.Number) { Default = "1", Most = MostLeast },
        new("name", "Stories whose name or places hold these letters"),
        ApiParameters.Limit,
        ApiParameters.Cursor,
    ];

    private static readonly ApiParameter All = new("all", "Also the series whose values cannot be compared",
        ApiValue.Truth) { Default = "false" };

    public static void MapApiStories(this IEndpointRouteBuilder api)
    {
        api.MapAsk("/stories", new ApiOperation("listStories", Tag, "Stories, the newest first", "StoryPage") { Parameters = Listing },
            List);
        api.MapAsk("/stories/{id}",
            New("getStory", "A story on one page: counts, reports, figures, conflicts, positions, claims, lineage", "Brief"), ask =>
            Of(ask, "", row =>
            {
                var brief = ask.Stories.Of(row).Brief with { Id = row.Id, Name = row.Name };
                return new ApiJson(json => BriefJson.Write(json, brief));
            }));
        api.MapAsk("/stories/{id}/articles", New("listStoryArticles", "The articles of a story, in order of time", "[StoryArticle]"), ask =>
            Of(ask, "/articles", row => Listed(ask.Store.StoryArticles(row.Id))));
        api.MapAsk("/stories/{id}/figures", New("listSeries", "The figures of a story, each quantity over time",
            "[Series]") with { Parameters = [All] }, ask =>
            Sections(ask, "/figures", row => FiguresView.Of(ask.Stories.Of(row).Story, Words, ask.Truth("all"))));
        api.MapAsk("/stories/{id}/positions", New("listPositions", "What each party said over time, and where it came to say otherwise",
            "[Position]"), ask =>
            Sections(ask, "/positions", row => PositionsView.Of(ask.Stories.Of(row).Story, Words)));
        api.MapAsk("/stories/{id}/conflicts", New("listConflicts", "What stands against what, without a verdict", "[Conflict]"), ask =>
            Sections(ask, "/conflicts", row => ConflictsView.Of(ask.Stories.Of(row).Story, Words)));
        api.MapAsk("/stories/{id}/corrections", New("listCorrections",
            "Figures that their source took back, and the reports that still carry them", "[Correction]"), ask =>
            Sections(ask, "/corrections", row => CorrectionsView.Of(ask.Stories.Of(row).Story, Words)));
        api.MapAsk("/stories/{id}/lineage", New("listLineage",
            "Which reports have their text from whom, and from how many origins they come", "[Lineage]"), ask =>
            Sections(ask, "/lineage", row => LineageView.Of(ask.Stories.Of(row).Story, Words)));
        api.MapAsk("/stories/{id}/feeds", New("listFeeds", "The feeds of a story: its own, and one for each series and conflict",
            "[FeedAddress]"), ask =>
            Of(ask, "/feeds", row => new ApiJson(json => FeedAddressJson.Write(json, StoryFeeds.Of(ask.Stories.Of(row))))));
    }

    private static ApiOperation New(string id, string summary, string answer) => new(id, Tag, summary, answer)
    {
        Names = "The story's id",
        Besides = [(StatusCodes.Status307TemporaryRedirect, "The story was merged into the one that the answer leads to")],
    };

    private static IResult List(ApiAsk ask)
    {
        var page = ask.Store.Stories(new StoryQuery
        {
            Since = ask.Day("since"),
            Until = ask.Day("until"),
            Least = ask.Number("least"),
            Words = ask.Text("name"),
            Limit = ask.Limit,
            Cursor = ask.Cursor,
        });
        return ApiPage.Of(ask.Context, "stories", page, ListingJson.Write);
    }

    private static IResult Of(ApiAsk ask, string part, Func<StoryRow, IResult> answer)
    {
        if (ask.Store.Story(ask.Name("id")) is not { } row) return ApiItems.Missing(ask);
        // For now: people may part the story again.
        return row.Id == ask.Name("id")
            ? answer(row)
            : Results.LocalRedirect(ApiRoutes.Root + "/stories/" + row.Id + part, permanent: false, preserveMethod: true);
    }

    private static IResult Sections(ApiAsk ask, string part, Func<StoryRow, IReadOnlyList<ViewSection>> view) => Of(ask, part, row =>
    {
        var sections = view(row);
        return new ApiJson(json => ViewWriter.WriteJson(json, sections));
    });

    private static ApiJson Listed(IReadOnlyList<StoryArticleRow> articles) => new(json =>
    {
        json.WriteStartArray();
        foreach (var article in articles) ListingJson.Write(json, article);
        json.WriteEndArray();
    });
}
