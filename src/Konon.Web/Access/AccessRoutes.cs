using Konon.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Access;

/// <summary>The page where a person gives the token, which the browser then keeps for as long as it is open.</summary>
internal static class AccessRoutes
{
    private const int LongestForm = 8192;

    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        var book = app.ServiceProvider.GetService<TokenBook>();
        app.MapGet("/access", (HttpContext context) => Page(context, Back(context.Request.Query["back"]), isWrong: false));
        app.MapPost("/access", async Task<IResult> (HttpContext context) =>
        {
            if (IsForeign(context.Request)) return Results.BadRequest();
            if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > LongestForm) return Results.BadRequest();
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var token = form["token"].ToString().Trim();
            if (book?.Find(token) is null) return Page(context, Back(form["back"]), isWrong: true);
            context.Response.Cookies.Append(Visitor.Cookie, token, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            return Results.LocalRedirect(Back(form["back"]));
        });
        app.MapPost("/access/leave", (HttpContext context) =>
        {
            if (IsForeign(context.Request)) return Results.BadRequest();
            context.Response.Cookies.Delete(Visitor.Cookie);
            return Results.LocalRedirect("/access");
        });
    }

    private static RazorComponentResult<AccessPage> Page(HttpContext context, string back, bool isWrong)
    {
        context.Response.Headers.CacheControl = "no-store";
        var name = Visitor.Of(context).Token?.Name;
        var page = WebPages.Page<AccessPage>(new { Words = WebWords.Of(context), Back = back, IsWrong = isWrong, Name = name });
        if (isWrong) page.StatusCode = StatusCodes.Status401Unauthorized;
        return page;
    }

    // To another page of this server, never to another host: "//host" and "/\host" are addresses of hosts to a browser.
    private static string Back(string? path) =>
        path is ['/', ..] && !(path is ['/', '/' or '\\', ..]) && !path.Any(char.IsControl) ? path : "/";

    // Browsers say where a form came from; another site's form must not sign anybody in.
    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
