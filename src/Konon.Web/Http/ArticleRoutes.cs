using System.Globalization;
using Konon.Ledger;
using Konon.Store;
using Konon.Store.Search;
using Konon.Web.Diff;
using Konon.Web.Pages;
using Konon.Web.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Http;

/// <summary>Answers for articles, what changed in them, and single claims.</summary>
internal static class ArticleRoutes
{
    private const int MostVersions = 1_000_000;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void MapArticles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/articles/{id}", Article);
        app.MapGet("/articles/{id}/diff", Difference);
        app.MapGet("/claims/{id}", Claim);
        app.MapGet("/figures/{id}", Figure);
    }

    private static IResult Article(string id, LedgerStore store, HttpContext context)
    {
        if (Current(id, store) is not { } item) return WebPages.Missing(context);
        var review = store.Effective(item.Stored);
        var article = review.Reading.Article;
        return WebPages.Page<ArticlePage>(new
        {
            item.Stored,
            review.Reading,
            Review = review,
            Words = WebWords.Of(context),
            Story = store.StoryOf(id),
            Versions = store.Versions(id),
            item.Sightings,
            Citation = Citation.Of(
                context, article.Title ?? article.Outlet ?? id, "/articles/" + id,
                ("field.outlet", article.Outlet), ("cite.published", article.Published?.Value), ("cite.at", article.Url),
                ("cite.document", item.Stored.Sha256), ("cite.text", item.Stored.TextDigest)),
        });
    }

    private static IResult Difference(string id, LedgerStore store, HttpContext context)
    {
        if (Current(id, store) is null) return WebPages.Missing(context);
        var versions = store.Versions(id);
        if (DiffView.Of(id, versions, Number("from"), Number("to")) is not { } view) return WebPages.Missing(context);
        var path = string.Create(Culture, $"/articles/{id}/diff?from={view.From.Number}&to={view.To.Number}");
        return WebPages.Page<DiffPage>(new
        {
            View = view,
            Words = WebWords.Of(context),
            Citation = Citation.Of(
                context, view.To.Reading.Article.Title ?? id, path,
                ("diff.from", view.From.Sha256), ("diff.to", view.To.Sha256), ("cite.at", view.To.Reading.Article.Url)),
        });

        int? Number(string name) => Ask.Text(context, name) is null ? null : Ask.Number(context, name, 0, MostVersions);
    }

    private static IResult Claim(string id, LedgerStore store, HttpContext context)
    {
        if (store.Find(id) is not ClaimItem item || item.Row.Id != id) return WebPages.Missing(context);
        var (words, review) = (WebWords.Of(context), store.Effective(item.Stored));
        var (article, claim) = (item.Reading.Article, review.Reading.Claims[item.Ordinal]);
        var points = new CodePoints(article.Text);
        var spans = item.Claim.Content.Select(part => points.Of(part)).Select(span => words.Fill("cite.span", span.Start, span.End));
        return WebPages.Page<ClaimPage>(new
        {
            Item = item,
            Claim = claim,
            Review = review.Claims[item.Ordinal],
            Words = words,
            Desk = ReviewDesk.Of(context),
            Citation = Citation.Of(
                context, item.Row.Words, "/claims/" + id,
                ("cite.words", string.Join("; ", spans)),
                ("cite.speaker", string.Join(", ", claim.Speakers.Select(speaker => speaker.Name))),
                ("cite.time", claim.SaidOn?.ToString()),
                ("field.outlet", article.Outlet), ("cite.published", article.Published?.Value), ("cite.at", article.Url),
                ("cite.document", item.Stored.Sha256), ("cite.text", item.Stored.TextDigest)),
        });
    }

    // A figure stands in the claim that gives it.
    private static IResult Figure(string id, LedgerStore store, HttpContext context) => store.Find(id) is FigureItem item
        ? Results.LocalRedirect(string.Create(Culture, $"/claims/{item.Claim.Row.Id}#f{item.Ordinal + 1}"))
        : WebPages.Missing(context);

    private static ArticleItem? Current(string id, LedgerStore store) =>
        store.Find(id) is ArticleItem item && item.Row.Id == id && item.Stored.IsCurrent ? item : null;
}
