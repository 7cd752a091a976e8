using Konon.Ledger;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Store.Search;
using Konon.Views;
using Konon.Web.Api;
using Konon.Web.Http;
using Konon.Web.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Feeds;

/// <summary>Feeds of stories, figures, conflicts, speakers, outlets and searches, as Atom and as JSON Feed.</summary>
internal static class FeedRoutes
{
    private const int Length = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapFeed("", ask => Stories(ask));
        app.MapFeed("/claims", ask => Claims(ask, "claims"));
        app.MapFeed("/figures", Figures);
        app.MapFeed("/search", ask => ask.Context.Request.Query["in"] == "articles" ? Articles(ask) : Claims(ask, "search"));
        app.MapFeed("/speakers/{id}", Speaker);
        app.MapFeed("/outlets/{id}", Outlet);
        app.MapFeed("/stories/{id}", ask => OfStory(ask, view =>
            ask.Feed("story:" + view.Row.Id, view.Row.Name, ask.Entries(view).Reports())));
        app.MapFeed("/stories/{id}/figures/{part}", ask => OfStory(ask, view => Series(ask, view)));
        app.MapFeed("/stories/{id}/conflicts/{part}", ask => OfStory(ask, view => Conflict(ask, view)));
    }

    private static void MapFeed(this IEndpointRouteBuilder app, string path, Func<FeedAsk, WebFeed?> make)
    {
        app.MapGet(path + "/feed.atom", (HttpContext context, LedgerStore store) =>
            Answer(new FeedAsk(context, store), make, AtomWriter.Type, AtomWriter.Write));
        app.MapGet(path + "/feed.json", (HttpContext context, LedgerStore store) =>
            Answer(new FeedAsk(context, store), make, JsonFeedWriter.Type, JsonFeedWriter.Write));
    }

    private static IResult Answer(FeedAsk ask, Func<FeedAsk, WebFeed?> make, string type, Func<WebFeed, string, string,
        byte[]> write) => ApiEndpoint.Guarded(() =>
    {
        if (make(ask) is not { } feed) return ask.MovedTo is { } to ? Results.LocalRedirect(to) : ApiProblem.Missing("No feed is here.");
        var request = ask.Context.Request;
        var bytes = write(feed, $"{request.Scheme}://{request.Host}", request.Path.ToUriComponent() + FeedQuery.Canonical(request.Query));
        ask.Context.Response.Headers.Vary = "Accept-Language, Cookie";
        // Made of the feed itself: what else comes into the ledger leaves it as it was.
        return EntityTag.IsKnown(ask.Context, EntityTag.Of(bytes)) ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, type);
    });

    private static WebFeed Stories(FeedAsk ask) => ask.Feed(
        "stories", ask.Words["feed.stories"], ClaimEntries.Of(ask.Store.Stories(new StoryQuery { Limit = Length }).Rows, ask.Store,
            ask.Words));

    private static WebFeed Claims(FeedAsk ask, string kind)
    {
        var (words, filter) = FeedQuery.Read(ask.Context.Request.Query);
        return ask.Feed(SearchId(ask, "claims"), SearchTitle(ask, "nav." + kind), Claims(ask, words, filter));
    }

    private static WebFeed Articles(FeedAsk ask)
    {
        var (words, filter) = FeedQuery.Read(ask.Context.Request.Query);
        var rows = ask.Store.Articles(new ArticleQuery { Words = words, Filter = filter, Limit = Length }).Rows;
        return ask.Feed(SearchId(ask, "articles"), SearchTitle(ask, "nav.search"), ClaimEntries.Of(rows, ask.Store, ask.Words));
    }

    private static WebFeed Figures(FeedAsk ask)
    {
        var (_, filter) = FeedQuery.Read(ask.Context.Request.Query);
        // A claim with several figures stands in the listing several times, and is one entry; the listing has figures of their claims
        // alone.
        var found = ask.Store.Figures(new FigureQuery { Filter = filter, Limit = Length }).Rows;
        var rows = found.GroupBy(row => row.Claim.Id).Select(own => own.First()
            .Claim with { Figures = [.. own.Select(row => row.Figure)] });
        return ask.Feed(SearchId(ask, "figures"), SearchTitle(ask, "nav.figures"), ClaimEntries.Of([.. rows], ask.Store, ask.Words));
    }

    private static WebFeed? Speaker(FeedAsk ask)
    {
        if (ask.Store.Find(ask.Name("id")) is not SpeakerItem item) return null;
        if (item.Row.Id != ask.Name("id")) return ask.Moved("/speakers/" + item.Row.Id);
        return ask.Feed("speaker:" + item.Row.Id, item.Row.Name,
            Claims(ask, null, LedgerFilter.None with { Speakers = FilterValues.Of(item.Row.Id) }));
    }

    private static WebFeed? Outlet(FeedAsk ask)
    {
        var name = ask.Name("id");
        if (ask.Store.Outlet(name) is null) return null;
        var filter = LedgerFilter.None with { Outlets = FilterValues.Of(OutletFilter.Whole(name)) };
        return ask.Feed("outlet:" + ContentId.Of(name), name, Claims(ask, null, filter));
    }

    private static IReadOnlyList<FeedEntry> Claims(FeedAsk ask, SearchNode? words, LedgerFilter filter) =>
        ClaimEntries.Of(ask.Store.Claims(new ClaimQuery { Words = words, Filter = filter, Limit = Length }).Rows, ask.Store, ask.Words);

    private static WebFeed? OfStory(FeedAsk ask, Func<StoryView, WebFeed?> make)
    {
        if (ask.Store.Story(ask.Name("id")) is not { } row) return null;
        if (row.Id != ask.Name("id")) return ask.Moved("/stories/" + row.Id + (ask.Name("part").Length > 0 ? ask.Part() : ""));
        return make(ask.Context.RequestServices.GetRequiredService<StoryCache>().Of(row));
    }

    private static WebFeed? Series(FeedAsk ask, StoryView view)
    {
        var name = $"story:{view.Row.Id}:series:{ask.Name("part")}";
        return StoryFeeds.Series(view, ask.Name("part")) is { } series
            ? ask.Feed(name, FiguresView.Title(series, ask.Words.Ui) + " · " + view.Row.Name, ask.Entries(view)
                .Points(series, "urn:konon:" + name))
            : null;
    }

    private static WebFeed? Conflict(FeedAsk ask, StoryView view)
    {
        var name = $"story:{view.Row.Id}:conflict:{ask.Name("part")}";
        if (StoryFeeds.FigureConflict(view, ask.Name("part")) is { } figures)
        {
            return ask.Feed(name, FiguresView.Title(figures.Series, ask.Words.Ui) + " · " + view.Row.Name, ask.Entries(view)
                .Sides(figures, "urn:konon:" + name));
        }

        return StoryFeeds.MatterConflict(view, ask.Name("part")) is { } matter
            ? ask.Feed(name, ask.Words["feed.conflict"] + " · " + view.Row.Name, ask.Entries(view).Sides(matter))
            : null;
    }

    private static string SearchId(FeedAsk ask, string kind) =>
        $"search:{kind}:{ContentId.Of(FeedQuery.Canonical(ask.Context.Request.Query))}";

    private static string SearchTitle(FeedAsk ask, string kind)
    {
        var query = Uri.UnescapeDataString(FeedQuery.Canonical(ask.Context.Request.Query).TrimStart('?')).Replace('&', ' ');
        return query.Length == 0 ? ask.Words[kind] : ask.Words[kind] + ": " + query;
    }
}
