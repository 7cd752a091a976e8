using System.Text.Encodings.Web;
using System.Text.Unicode;
using Konon.Store;
using Konon.Store.Search;
using Konon.Web.Http;
using Konon.Web.Listing;
using Konon.Web.Pages;
using Konon.Web.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Konon.Web;

/// <summary>The web server on a ledger: pages that work without script.</summary>
public static class KononWeb
{
    private const int LongestQuery = 4096;
    private const int LargestBody = 1 << 20;

    /// <summary>Builds the server; it listens when it is run.</summary>
    /// <param name="store">The ledger, opened; stays the caller's.</param>
    /// <param name="options">Where to listen, and what is allowed.</param>
    public static WebApplication Build(LedgerStore store, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = LongestQuery * 2;
        });
        builder.Services.AddRazorComponents();
        // Another site's name that was pointed at this machine must not read the ledger through the reader's browser (DNS rebinding).
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        // Keys that no file outlives the server with; nothing that is kept longer is signed with them.
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        // Letters of every script stand in the page as they are; what acts in HTML is encoded all the same.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<StoryCache>();
        builder.Services.AddHostedService<StorySettler>();
        store.TrySettleStories();
        var app = builder.Build();
        app.UseSafeHeaders();
        app.UseHostFiltering();
        app.MapAssets();
        app.MapPages();
        app.MapStatus(options.Queue);
        return app;
    }

    private static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (LedgerStore store, HttpContext context) => StoryRoutes.List(store, context));
        app.MapGet("/stories/{id}", (string id, LedgerStore store, StoryCache cache, HttpContext context) => StoryRoutes.Show(id, store, cache, context));
        app.MapListings();
        app.MapHealth();
        app.MapGet("/articles/{id}", (string id, LedgerStore store, HttpContext context) => Article(id, store, context));
        app.MapGet("/ui", Language);
        app.MapFallback((HttpContext context) => WebPages.Missing(context));
    }

    private static IResult Article(string id, LedgerStore store, HttpContext context)
    {
        if (store.Find(id) is not ArticleItem item || item.Row.Id != id || !item.Stored.IsCurrent) return WebPages.Missing(context);
        var review = store.Effective(item.Stored);
        return WebPages.Page<ArticlePage>(new
        {
            item.Stored,
            review.Reading,
            Review = review,
            Words = WebWords.Of(context),
            Story = store.StoryOf(id),
            Versions = store.Versions(id),
            item.Sightings,
        });
    }

    // Back to where one was, by the Referer's path alone: a link out of here must not lead to another host.
    private static RedirectHttpResult Language(HttpContext context, string? to)
    {
        if (to is not null && WebWords.In(to) is not null)
        {
            context.Response.Cookies.Append(WebWords.Cookie, to, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        }

        var back = Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) ? from.PathAndQuery : "/";
        return TypedResults.LocalRedirect(back.StartsWith("//", StringComparison.Ordinal) ? "/" : back);
    }
}
