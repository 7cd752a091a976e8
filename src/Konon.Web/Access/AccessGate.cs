using Konon.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Access;

/// <summary>Lets in who may come in: everybody who reads from this machine, else the bearer of a token.</summary>
internal static class AccessGate
{
    // What shows nothing of the ledger and is needed before one can sign in.
    private static readonly string[] Open = ["/alive", "/access", "/assets"];

    // Agents ask by POST, and only to read.
    private static readonly string[] ReadByPost = ["/mcp"];

    /// <summary>Reads the token of each request; to stand before whatever asks for the <see cref="Visitor"/>.</summary>
    public static void UseTokens(this IApplicationBuilder app)
    {
        var book = app.ApplicationServices.GetService<TokenBook>();
        app.Use((context, next) =>
        {
            context.Features.Set(Visitor.Read(context.Request, book));
            return next(context);
        });
    }

    /// <summary>Refuses what the visitor may not do.</summary>
    public static void UseAccess(this IApplicationBuilder app, WebOptions options) => app.Use((context, next) =>
        Refusal(context, options) is { } refusal ? refusal.ExecuteAsync(context) : next(context));

    private static IResult? Refusal(HttpContext context, WebOptions options)
    {
        var visitor = Visitor.Of(context);
        if (visitor.IsWrong) return Unknown(context, "error=\"invalid_token\"", "This token is nobody's, or was revoked.");
        var scope = Asked(context, options);
        if (visitor.Token is { } token)
        {
            if (scope == TokenScope.Review && token.Scope != TokenScope.Review) return Beyond(context);
            // A cookie goes along with requests that another page made; deciding takes the header.
            return scope == TokenScope.Review && IsApi(context) && !visitor.IsBearer
                ? Unknown(context, null, "Deciding needs the token in the header Authorization.") : null;
        }

        if (scope == TokenScope.Review && IsApi(context)) return Unknown(context, null, "Deciding needs a token of the scope review.");
        if (!options.NeedsToken || IsOneOf(context.Request.Path, Open)) return null;
        return IsPage(context.Request)
            ? Results.LocalRedirect("/access?back=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString))
            : Unknown(context, null, "This server asks everybody for a token.");
    }

    private static TokenScope Asked(HttpContext context, WebOptions options)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { } operation) return operation.Scope;
        var reads = HttpMethods.IsGet(context.Request.Method);
        if (reads || !options.NeedsToken) return TokenScope.Read;
        return IsOneOf(context.Request.Path, Open) || IsOneOf(context.Request.Path, ReadByPost) ? TokenScope.Read : TokenScope.Review;
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static bool IsOneOf(PathString path, string[] starts) =>
        starts.Any(start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase));

    private static IResult Unknown(HttpContext context, string? error, string detail)
    {
        context.Response.Headers.WWWAuthenticate = error is null ? "Bearer" : "Bearer " + error;
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, detail);
    }

    private static IResult Beyond(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\", scope=\"review\"";
        return ApiProblem.Of(StatusCodes.Status403Forbidden, "This token may read; deciding needs one of the scope review.");
    }
}
