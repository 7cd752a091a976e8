using System.Text.Json;
using Konon.Store;
using Konon.Web.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Konon.Web.Mcp;

/// <summary><c>POST /mcp</c>: the protocol's Streamable HTTP, each request by itself, without sessions.</summary>
internal static class McpRoutes
{
    // The longest question of a tool is some kilobytes.
    private const int LargestBody = 64 * 1024;

    // Building a story takes a processor; more callers wait.
    private const int MostAtOnce = 8;

    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Konon.Web.Mcp");
        var options = KononMcp.Options(
            services.GetRequiredService<LedgerStore>(), services.GetRequiredService<StoryCache>(), settles: false, log);
        var gate = new SemaphoreSlim(MostAtOnce);
        app.MapPost("/mcp", context => AnswerAsync(context, options, gate)).ExcludeFromDescription();
        app.MapMethods("/mcp", ["GET", "DELETE"], static context =>
        {
            // There is no session to listen to or to end.
            context.Response.Headers.Allow = "POST";
            return Results.Problem("POST one JSON-RPC message", statusCode: StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
        }).ExcludeFromDescription();
    }

    private static async Task AnswerAsync(HttpContext context, McpServerOptions options, SemaphoreSlim gate)
    {
        if (Refusal(context.Request) is var (status, why))
        {
            await Results.Problem(why, statusCode: status).ExecuteAsync(context);
            return;
        }

        var message = await ReadAsync(context);
        if (message is null) return;
        await gate.WaitAsync(context.RequestAborted);
        try
        {
            await ServeAsync(context, message, options);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task ServeAsync(HttpContext context, JsonRpcMessage message, McpServerOptions options)
    {
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, options);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(ended.Token);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (!await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
            {
                context.Response.Headers.ContentType = default;
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        finally
        {
            await ended.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A page of another site in the reader's browser may send a POST anywhere; its Origin tells (DNS rebinding).
    private static (int Status, string Why)? Refusal(HttpRequest request)
    {
        foreach (var origin in request.Headers.Origin)
        {
            var isHere = Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsHere(from, request);
            if (!isHere) return (StatusCodes.Status403Forbidden, "not from this origin");
        }

        if (!request.HasJsonContentType()) return (StatusCodes.Status415UnsupportedMediaType, "send application/json");
        return request.ContentLength > LargestBody ? TooLarge : null;
    }

    private static bool IsHere(Uri origin, HttpRequest request) =>
        string.Equals(origin.Authority, new HostString(request.Host.Value ?? "").ToUriComponent(), StringComparison.OrdinalIgnoreCase)
        && string.Equals(origin.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase);

    private static (int Status, string Why) TooLarge => (StatusCodes.Status413PayloadTooLarge, "at most 64 KiB");

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
        (int Status, string Why) refusal;
        try
        {
            var type = McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is JsonRpcMessage message)
            {
                message.Context = new JsonRpcMessageContext { ProtocolVersion = Header(context.Request, "MCP-Protocol-Version") };
                return message;
            }

            refusal = (StatusCodes.Status400BadRequest, "no message");
        }
        catch (JsonException)
        {
            refusal = (StatusCodes.Status400BadRequest, "not one JSON-RPC message");
        }
        catch (BadHttpRequestException fault)
        {
            refusal = fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : (fault.StatusCode, "the request broke off");
        }

        await Results.Problem(refusal.Why, statusCode: refusal.Status).ExecuteAsync(context);
        return null;
    }

    private static string? Header(HttpRequest request, string name) =>
        request.Headers[name].ToString() is { Length: > 0 } value ? value : null;
}
