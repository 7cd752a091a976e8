using System.Globalization;
using System.Threading.RateLimiting;
using Konon.Web.Access;
using Konon.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Http;

/// <summary>How much one token, or one address without a token, may ask of the API, of feeds and of agents' tools.</summary>
internal static class RateLimits
{
    // A program that catches up after a pause may ask for ten seconds' worth at once.
    private const int Burst = 10;

    private static readonly string[] Starts = ["/api", "/openapi", "/mcp"];
    private static readonly string[] Ends = ["/feed.atom", "/feed.json"];

    public static void AddRateLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = RefuseAsync;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsLimited(context.Request.Path, options)
            ? RateLimitPartition.GetTokenBucketLimiter(PartitionOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestsPerSecond * Burst,
                TokensPerPeriod = options.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(""));
    });

    // Pages are limited where others than the machine's own people ask for them.
    private static bool IsLimited(PathString path, WebOptions options) =>
        options.RequestsPerSecond > 0
        && (options.NeedsToken
            || Starts.Any(start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase))
            || Ends.Any(end => path.Value!.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    private static string PartitionOf(HttpContext context) =>
        Visitor.Of(context).Token is { } token ? "token " + token.Sha256 : "address " + context.Connection.RemoteIpAddress;

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        await ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too many requests; go on after the seconds that Retry-After names.")
            .ExecuteAsync(rejected.HttpContext);
    }
}
