using Konon.Ledger.Listing;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Store.Search;
using Konon.Stories.Lineage;
using Konon.Stories.Series;
using Konon.Views;
using Konon.Web.Http;
using Konon.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Telling;

/// <summary>Answers for stories.</summary>
internal static class StoryRoutes
{
    private const int PageLength = 30;
    private const int MostLeast = 9999;
    private const int MostPages = 100_000;

    // Each is read in all its versions.
    private const int MostRevised = 3;

    public static void MapStories(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", List);
        app.MapGet("/stories/{id}", Show);
        foreach (var section in Enum.GetValues<StorySection>())
        {
            app.MapGet(
                "/stories/{id}/" + section.ToString().ToLowerInvariant(),
                (string id, LedgerStore store, StoryCache cache, HttpContext context) => Section(section, id, store, cache, context));
        }

        app.MapGet("/stories/{id}/figures/{series}", Figure);
    }

    /// <summary>The list of stories.</summary>
    public static IResult List(LedgerStore store, DigestCache digests, OriginsBook book, OriginsCounter counter, HttpContext context)
    {
        var words = WebWords.Of(context);
        var query = new StoryQuery
        {
            Words = Ask.Text(context, "name"),
            Since = Ask.Day(context, "since"),
            Least = Ask.Number(context, "least", 1, MostLeast),
            Limit = PageLength,
            Cursor = Ask.Text(context, "cursor"),
        };
        LedgerPage<StoryRow>? found = null;
        string? fault = null;
        try
        {
            found = store.Stories(query);
        }
        catch (FormatException)
        {
            fault = words["listing.cursor"];
        }

        var page = WebPages.Page<StoriesPage>(new
        {
            Found = found ?? new LedgerPage<StoryRow>([], null, IsPartial: false),
            Asked = query,
            Words = words,
            Digests = digests.Of(found?.Rows ?? []),
            Origins = Origins(found?.Rows ?? [], book, counter),
            Next = found?.Next is { } next ? Ask.With(context, "cursor", next) : null,
            Fault = fault,
        });
        if (fault is not null) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private static Dictionary<string, OriginCount> Origins(IReadOnlyList<StoryRow> rows, OriginsBook book, OriginsCounter counter)
    {
        var known = new Dictionary<string, OriginCount>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (book.Find(row) is { } origins) known[row.Id] = origins;
            else counter.Ask(row);
        }

        return known;
    }

    /// <summary>One story; from an id that it had before it was merged on to the one it has now.</summary>
    public static IResult Show(string id, LedgerStore store, StoryCache cache, HttpContext context)
    {
        if (Redirect(id, store, context, out var row) is { } elsewhere) return elsewhere;
        var view = cache.Of(row!);
        return WebPages.Page<StoryPage>(new
        {
            View = view,
            Words = WebWords.Of(context),
            Revised = Revised(view, store, 1, MostRevised),
            Citation = Citation.Of(context, view.Row.Name, view.Address, ("cite.documents", StoryTeller.Digest(view.Story)), Time(view)),
        });
    }

    /// <summary>One section of a story.</summary>
    public static IResult Section(StorySection section, string id, LedgerStore store, StoryCache cache, HttpContext context)
    {
        if (Redirect(id, store, context, out var row) is { } elsewhere) return elsewhere;
        var view = cache.Of(row!);
        var page = Ask.Number(context, "page", 1, MostPages);
        VoiceGroup? voice = null;
        if (section == StorySection.Claims && context.Request.Query.ContainsKey("voice"))
        {
            var key = context.Request.Query["voice"].ToString();
            voice = view.Voices.FirstOrDefault(group => group.Key == key);
            if (voice is null) return WebPages.Missing(context);
        }

        var pages = Math.Max(1, (view.Revised + PageLength - 1) / PageLength);
        return WebPages.Page<StorySectionPage>(new
        {
            View = view,
            Words = WebWords.Of(context),
            Section = section,
            Page = section == StorySection.Revisions ? Math.Min(page, pages) : page,
            ByTime = Ask.Text(context, "by") == "time",
            Voice = voice,
            Revised = section == StorySection.Revisions ? Revised(view, store, Math.Min(page, pages), PageLength) : [],
            RevisedPages = pages,
        });
    }

    /// <summary>One series of figures of a story.</summary>
    public static IResult Figure(string id, string series, LedgerStore store, StoryCache cache, HttpContext context)
    {
        if (Redirect(id, store, context, out var row) is { } elsewhere) return elsewhere;
        var (view, words) = (cache.Of(row!), WebWords.Of(context));
        if (view.Story.Figures.FirstOrDefault(one => SeriesIds.Of(one.Key) == series) is not { } found) return WebPages.Missing(context);
        return WebPages.Page<FigurePage>(new
        {
            Series = found,
            View = view,
            Words = words,
            Page = Ask.Number(context, "page", 1, MostPages),
            Citation = Citation.Of(
                context, FiguresView.Title(found, words.Ui) + " · " + view.Row.Name, view.Series(found),
                ("cite.documents", StoryTeller.Digest(view.Story)), Time(view)),
        });
    }

    private static IResult? Redirect(string id, LedgerStore store, HttpContext context, out StoryRow? row)
    {
        row = store.Story(id);
        if (row is null) return WebPages.Missing(context);
        if (row.Id == id) return null;
        var path = context.Request.Path.Value!;
        var to = path.Replace(id, row.Id, StringComparison.Ordinal);
        return Results.LocalRedirect(to + context.Request.QueryString.ToUriComponent(), permanent: true);
    }

    private static (string Key, string? Value) Time(StoryView view) =>
        ("cite.time", view.Row.From == view.Row.To ? view.Row.From : $"{view.Row.From} – {view.Row.To}");

    private static IReadOnlyList<RevisedArticle> Revised(StoryView view, LedgerStore store, int page, int length) =>
        [.. view.RevisedArticles.Skip((page - 1) * length).Take(length)
            .Select(article => new RevisedArticle(article, store.Versions(article)))
            .Where(article => article.Edits.Any())];
}
