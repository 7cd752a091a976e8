using Microsoft.AspNetCore.Builder;

namespace Konon.Web.Http;

/// <summary>Puts on every answer what keeps a stranger's words from acting in the reader's browser.</summary>
internal static class SafeHeaders
{
    // Nothing from another host, no script or style inside a page, no frames around it: what an article brings along cannot run even
    // where encoding should fail.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()";
        return next(context);
    });
}
