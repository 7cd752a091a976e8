using Konon.Ledger.Listing;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Store.Search;
using Konon.Web.Http;
using Konon.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Telling;

/// <summary>Answers for stories.</summary>
internal static class StoryRoutes
{
    private const int PageLength = 30;
    private const int MostLeast = 9999;

    /// <summary>The list of stories.</summary>
    public static IResult List(LedgerStore store, HttpContext context)
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
            Next = found?.Next is { } next ? Ask.With(context, "cursor", next) : null,
            Fault = fault,
        });
        if (fault is not null) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>One story; from an id that it had before it was merged on to the one it has now.</summary>
    public static IResult Show(string id, LedgerStore store, StoryCache cache, HttpContext context)
    {
        if (store.Story(id) is not { } row) return WebPages.Missing(context);
        if (row.Id != id) return Results.LocalRedirect("/stories/" + row.Id, permanent: true);
        return WebPages.Page<StoryPage>(new { View = cache.Of(row), Words = WebWords.Of(context) });
    }
}
