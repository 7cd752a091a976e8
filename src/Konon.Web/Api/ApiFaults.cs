using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Konon.Web.Api;

/// <summary>The last resort of the API: what nobody foresaw is written down here and told as a problem, without what went wrong
/// inside.</summary>
internal static partial class ApiFaults
{
    public static void UseApiFaults(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiFaults).FullName!);
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && IsApi(context) && !context.Response.HasStarted)
            {
                Failed(log, fault, context.Request.Path);
                context.Response.Headers.Remove("ETag");
                await ApiProblem.Of(StatusCodes.Status500InternalServerError, "The server failed; its log says at what.")
                    .ExecuteAsync(context);
            }
        });
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed to answer {Path}")]
    private static partial void Failed(ILogger logger, Exception fault, PathString path);
}
