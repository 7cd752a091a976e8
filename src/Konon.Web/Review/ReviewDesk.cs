using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Review;

/// <summary>Whether and as whom somebody may decide, and the token that every form of a page carries.</summary>
/// <param name="By">Who is signed in; null for nobody.</param>
/// <param name="Field">The name of the form field for the token.</param>
/// <param name="Token">The anti-forgery token of this request's forms.</param>
public sealed record ReviewDesk(string? By, string Field, string Token)
{
    /// <summary>The desk of a request; null where the server does not review. Sets the token's cookie where there is none.</summary>
    public static ReviewDesk? Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var services = context.RequestServices;
        if (!services.GetRequiredService<WebOptions>().Review) return null;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new ReviewDesk(services.GetRequiredService<ReviewSession>().Of(context), tokens.FormFieldName, tokens.RequestToken!);
    }
}
