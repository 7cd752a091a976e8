using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Konon.Web.Review;

/// <summary>What review in the browser needs.</summary>
internal static class ReviewServices
{
    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<ReviewSession>();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = "token";
            // A token in a header is for scripts, and no script of ours posts.
            forms.HeaderName = null;
            forms.Cookie.Name = "konon-form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
