using System.Text.Json.Nodes;
using Konon.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Api;

/// <summary>The API: the queries of the pages and of the program, as JSON.</summary>
internal static class ApiRoutes
{
    /// <summary>What every address begins with; shapes under it only ever gain members.</summary>
    public const string Root = "/api/v1";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root);
        api.MapAsk("/", new ApiOperation("getRoot", "ledger", "What answers here, and how the ledger stands", "Root"), Here);
        api.MapApiListings();
        api.MapItems();
        api.MapApiStories();
        api.MapApiReview();
        app.MapOpenApi();
        app.MapFallback("/api/{**path}", Wrong);
    }

    private static IResult Here(ApiAsk ask) => ApiItems.Json(new JsonObject
    {
        ["reader"] = Reader.Name,
        ["mark"] = ask.Store.ChangeMark(),
        ["description"] = "/openapi/v1.json",
    });

    // An address that answers another method says so.
    private static IResult Wrong(HttpContext context, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null
                && PathMatch.Fits(endpoint.RoutePattern, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (methods.Count == 0) return ApiProblem.Missing("Nothing answers at this address; /openapi/v1.json lists all that do.");
        context.Response.Headers.Allow = string.Join(", ", methods);
        return ApiProblem.Of(StatusCodes.Status405MethodNotAllowed, "This address answers " + string.Join(", ", methods) + ".");
    }
}
