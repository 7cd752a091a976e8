using System.Text.Encodings.Web;
using System.Text.Unicode;
using Konon.Store;
using Konon.Web.Access;
using Konon.Web.Api;
using Konon.Web.Http;
using Konon.Web.Listing;
using Konon.Web.Mcp;
using Konon.Web.Review;
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
    private const int LeastThreads = 32;

    /// <summary>Builds the server; it listens when it is run.</summary>
    /// <param name="store">The ledger, opened; stays the caller's.</param>
    /// <param name="options">Where to listen, and what is allowed.</param>
    /// <exception cref="ArgumentException">Others than this machine can reach it, and there is no token to ask them for.</exception>
    public static WebApplication Build(LedgerStore store, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        if (options.NeedsToken && !HasTokens(options)) throw new ArgumentException("nobody could come in: there are no tokens", nameof(options));
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
        // Where every request brings a token, that browser has none for the other name, and the server may be called anything.
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = options.NeedsToken ? ["*"] : ["localhost", "127.0.0.1", "[::1]"]);
        // Keys that no file outlives the server with; nothing that is kept longer is signed with them.
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        // Letters of every script stand in the page as they are; what acts in HTML is encoded all the same.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(options);
        builder.Services.AddReview();
        builder.Services.AddSingleton<OriginsBook>();
        builder.Services.AddSingleton<StoryCache>();
        builder.Services.AddSingleton<DigestCache>();
        builder.Services.AddSingleton<AnswerCache>();
        builder.Services.AddSingleton<OriginsCounter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OriginsCounter>());
        builder.Services.AddHostedService<StorySettler>();
        builder.Services.AddApi(options);
        // The ledger is asked by threads that wait for it; as many as there are processors would leave others waiting behind a long story.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), ports);
        store.TrySettleStories();
        var app = builder.Build();
        app.UseHeads();
        app.UseRouting();
        app.UseSafeHeaders();
        app.UseHostFiltering();
        app.UseApi(options);
        app.MapAssets();
        app.MapPages(options);
        app.MapApiAndFeeds();
        app.MapStatus(options.Queue);
        return app;
    }

    /// <summary>Whether there is a token with which somebody could come in.</summary>
    /// <param name="options">Where the tokens are.</param>
    public static bool HasTokens(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Tokens is { } path && new TokenBook(path, TimeProvider.System).All().Count > 0;
    }

    private static void MapPages(this IEndpointRouteBuilder app, WebOptions options)
    {
        app.MapStories();
        app.MapListings();
        app.MapHealth();
        app.MapMcp();
        app.MapArticles();
        if (options.Review) app.MapReview();
        app.MapGet("/ui", Language);
        app.MapFallback((HttpContext context) => WebPages.Missing(context));
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
