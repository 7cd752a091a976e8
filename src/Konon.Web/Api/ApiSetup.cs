using Konon.Web.Access;
using Konon.Web.Feeds;
using Konon.Web.Http;
using Konon.Web.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Api;

/// <summary>Brings access, limits, the API, feeds and measurements into the server.</summary>
internal static class ApiSetup
{
    // Pages of speakers and counts by field; each of some kilobytes.
    private const int MostKept = 500;

    public static void AddApi(this IServiceCollection services, WebOptions options)
    {
        if (options.Tokens is { } path) services.AddSingleton(new TokenBook(path, TimeProvider.System));
        services.AddMemoryCache(cache => cache.SizeLimit = MostKept);
        services.AddRateLimits(options);
        services.AddApiDescription();
        services.AddTelemetry(options);
    }

    /// <summary>Who asks, how often, and whether they may; before anything is answered.</summary>
    public static void UseApi(this IApplicationBuilder app, WebOptions options)
    {
        app.UseApiFaults();
        app.UseTokens();
        app.UseRateLimiter();
        app.UseAccess(options);
    }

    public static void MapApiAndFeeds(this WebApplication app)
    {
        app.MapAccess();
        app.MapApi();
        app.MapFeeds();
    }
}
