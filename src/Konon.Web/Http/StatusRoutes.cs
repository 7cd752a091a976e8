using Konon.Queue;
using Konon.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Http;

/// <summary>How the queue and its workers are: <c>/status</c> for people, <c>/status.json</c> for programs.</summary>
internal static class StatusRoutes
{
    /// <summary>Maps both; neither is there where no queue is watched.</summary>
    public static void MapStatus(this IEndpointRouteBuilder app, StatusReader? queue)
    {
        if (queue is null) return;
        app.MapGet("/status", async (HttpContext context) =>
        {
            var (status, fault) = await AskAsync(queue, context.RequestAborted);
            var page = WebPages.Page<StatusPage>(new { Status = status, Fault = fault, Words = WebWords.Of(context) });
            if (status is null) page.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return page;
        });
        app.MapGet("/status.json", async (HttpContext context) =>
        {
            var (status, fault) = await AskAsync(queue, context.RequestAborted);
            return status is not null
                ? Results.Json(status, QueueJson.Options)
                : Results.Json(new { fault }, QueueJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }

    private static async Task<(QueueStatus? Status, string? Fault)> AskAsync(StatusReader queue, CancellationToken cancel)
    {
        try
        {
            return (await queue.ReadAsync(cancel), null);
        }
        catch (BrokerException fault)
        {
            return (null, fault.Message);
        }
    }
}
