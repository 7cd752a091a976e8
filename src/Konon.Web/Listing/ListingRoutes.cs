using Konon.Ledger.Listing;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Search;
using Konon.Web.Http;
using Konon.Web.Pages;
using Konon.Web.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Listing;

/// <summary>Answers for what the ledger holds as lists: claims, figures, speakers, outlets, and what a search finds.</summary>
internal static class ListingRoutes
{
    private const int PageLength = 30;

    private static readonly string[] ClaimFields = ["speaker", "party", "outlet", "stance", "since", "until"];
    private static readonly string[] FigureFields = ["counted", "speaker", "party", "outlet", "since", "until"];
    private static readonly string[] SpeakerFields = ["speaker", "party", "since", "until"];

    public static void MapListings(this IEndpointRouteBuilder app)
    {
        app.MapGet("/claims", (LedgerStore store, HttpContext context) => List(context, "nav.claims", ClaimFields, (filter, cursor) =>
            Claims(store.Claims(new ClaimQuery { Filter = filter, Limit = PageLength, Cursor = cursor }))));
        app.MapGet("/figures", (LedgerStore store, HttpContext context) => List(context, "nav.figures", FigureFields, (filter, cursor) =>
            Figures(store.Figures(new FigureQuery { Filter = filter, Limit = PageLength, Cursor = cursor }))));
        app.MapGet("/speakers", (AnswerCache answers, HttpContext context) => List(context, "nav.speakers", SpeakerFields, (filter, cursor) =>
            Speakers(answers.Of("speakers " + context.Request.QueryString, ledger =>
                ledger.Speakers(new SpeakerQuery { Filter = filter, Limit = PageLength, Cursor = cursor })))));
        app.MapGet("/speakers/{id}", Speaker);
        app.MapGet("/outlets/{name}", Outlet);
        app.MapGet("/search", Search);
    }

    private static IResult Speaker(string id, AnswerCache answers, HttpContext context)
    {
        if (answers.Of("found speaker " + id, ledger => ledger.Find(id) as SpeakerItem) is not { } item) return WebPages.Missing(context);
        if (item.Row.Id != id) return Results.LocalRedirect("/speakers/" + item.Row.Id, permanent: true);
        var words = WebWords.Of(context);
        var claims = new ClaimQuery { Filter = LedgerFilter.None with { Speakers = FilterValues.Of(item.Row.Id) } };
        return WebPages.Page<SpeakerPage>(new
        {
            Item = item,
            Words = words,
            CanMerge = ReviewDesk.Of(context) is { By: not null },
            Facets = answers.Of("speaker " + item.Row.Id, ledger => ledger.Facets(claims)),
            Citation = Citation.Of(
                context, item.Row.Name, "/speakers/" + item.Row.Id,
                ("field.party", string.Join(", ", item.Row.Parties)),
                ("cite.counts", words.Count("article.claims", item.Row.Claims) + ", " + words.Count("story.reports", item.Row.Reports)),
                ("cite.time", item.Row.First == item.Row.Last ? item.Row.First : $"{item.Row.First} – {item.Row.Last}")),
        });
    }

    private static IResult Outlet(string name, LedgerStore store, AnswerCache answers, HttpContext context)
    {
        var words = WebWords.Of(context);
        var query = new ArticleQuery { Filter = LedgerFilter.None with { Outlets = FilterValues.Of(OutletFilter.Whole(name)) }, Limit = PageLength };
        LedgerPage<ArticleRow> page;
        try
        {
            page = store.Articles(query with { Cursor = Ask.Text(context, "cursor") });
        }
        catch (FormatException)
        {
            return Results.LocalRedirect(context.Request.Path);
        }

        if (page.Rows.Count == 0 && Ask.Text(context, "cursor") is null) return WebPages.Missing(context);
        var facets = answers.Of("outlet " + name, ledger => ledger.Facets(query));
        return WebPages.Page<OutletPage>(new
        {
            Name = Konon.Views.PlainText.OneLine(name),
            Words = words,
            Articles = page,
            Facets = facets,
            Next = page.Next is { } next ? Ask.With(context, "cursor", next) : null,
            Citation = Citation.Of(
                context, name, "/outlets/" + Uri.EscapeDataString(name), ("cite.counts", words.Count("story.reports", facets.Counted))),
        });
    }

    private static RazorComponentResult<ListingPage> Search(LedgerStore store, AnswerCache answers, HttpContext context)
    {
        var words = WebWords.Of(context);
        var text = Ask.Text(context, "q") ?? "";
        var inArticles = Ask.Text(context, "in") == "articles";
        var found = new Found
        {
            Title = words["nav.search"],
            Query = text,
            Kinds =
            [
                (words["search.claims"], Ask.With(context, "in", null), !inArticles),
                (words["search.articles"], Ask.With(context, "in", "articles"), inArticles),
            ],
        };
        if (text.Length == 0) return Answer(context, words, found with { Fault = words["search.empty"] }, null);
        if (SearchQuery.TryParse(text, out var query) is { } fault) return Answer(context, words, found with { Fault = fault.ToString(), IsWrong = true }, null);
        if (inArticles)
        {
            var articles = new ArticleQuery { Words = query!.Words, Filter = query.Filter, Limit = PageLength };
            return Answer(context, words, found, cursor => Articles(store.Articles(articles with { Cursor = cursor })) with
            {
                Facets = answers.Of("found in articles " + text, ledger => ledger.Facets(articles)),
            });
        }

        var claims = new ClaimQuery { Words = query!.Words, Filter = query.Filter, Limit = PageLength };
        return Answer(context, words, found, cursor => Claims(store.Claims(claims with { Cursor = cursor })) with
        {
            Facets = answers.Of("found in claims " + text, ledger => ledger.Facets(claims)),
        });
    }

    private static RazorComponentResult<ListingPage> List(
        HttpContext context, string title, string[] fields, Func<LedgerFilter, string?, Rows> ask)
    {
        var words = WebWords.Of(context);
        var filter = LedgerFilter.None;
        string? fault = null;
        foreach (var name in fields)
        {
            if (Ask.Text(context, name) is { } value && SearchFilters.TryAdd(name, value, ref filter) is { } wrong) fault ??= words["field." + name] + ": " + wrong;
        }

        var found = new Found
        {
            Title = words[title],
            Here = context.Request.Path,
            Fields = [.. fields.Select(name => (name, Ask.Text(context, name)))],
            Fault = fault,
            IsWrong = fault is not null,
        };
        return Answer(context, words, found, cursor => ask(filter, cursor));
    }

    private static RazorComponentResult<ListingPage> Answer(HttpContext context, WebWords words, Found found, Func<string?, Rows>? ask)
    {
        var rows = new Rows();
        try
        {
            if (ask is not null && found.Fault is null) rows = ask(Ask.Text(context, "cursor"));
        }
        catch (FormatException)
        {
            found = found with { Fault = words["listing.cursor"], IsWrong = true };
        }

        var page = WebPages.Page<ListingPage>(new
        {
            found.Title,
            Words = words,
            found.Here,
            found.Query,
            found.Fault,
            found.Fields,
            found.Kinds,
            rows.Claims,
            rows.Articles,
            rows.Figures,
            rows.Speakers,
            rows.Facets,
            Next = rows.Next is { } next ? Ask.With(context, "cursor", next) : null,
        });
        if (found.IsWrong) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private static Rows Claims(LedgerPage<ClaimRow> page) => new() { Claims = page.Rows, Next = page.Next };

    private static Rows Articles(LedgerPage<ArticleRow> page) => new() { Articles = page.Rows, Next = page.Next };

    private static Rows Figures(LedgerPage<FigureRow> page) => new() { Figures = page.Rows, Next = page.Next };

    private static Rows Speakers(LedgerPage<SpeakerRow> page) => new() { Speakers = page.Rows, Next = page.Next };

    /// <summary>What a listing is called and what was asked.</summary>
    private sealed record Found
    {
        public required string Title { get; init; }

        public string? Here { get; init; }

        public string? Query { get; init; }

        public string? Fault { get; init; }

        public bool IsWrong { get; init; }

        public IReadOnlyList<(string Name, string? Value)> Fields { get; init; } = [];

        public IReadOnlyList<(string Label, string Href, bool IsHere)> Kinds { get; init; } = [];
    }

    /// <summary>A page of one kind of rows.</summary>
    private sealed record Rows
    {
        public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

        public IReadOnlyList<ArticleRow> Articles { get; init; } = [];

        public IReadOnlyList<FigureRow> Figures { get; init; } = [];

        public IReadOnlyList<SpeakerRow> Speakers { get; init; } = [];

        public Facets? Facets { get; init; }

        public string? Next { get; init; }
    }
}
