using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Http;

/// <summary>Answers HEAD wherever GET is answered, with the same headers: link checkers and feed readers ask so.</summary>
internal static class Heads
{
    /// <summary>Goes before routing, which would know GET alone; the server itself holds the body back.</summary>
    public static void UseHeads(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
