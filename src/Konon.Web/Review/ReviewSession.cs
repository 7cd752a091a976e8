using System.Security.Cryptography;
using Konon.Views;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Review;

/// <summary>Who is signed in, kept in a cookie that only this server can write.</summary>
/// <remarks>
/// The keys live as long as the server: when it ends everybody is signed out. The cookie goes to no other site and is read by no script.
/// </remarks>
internal sealed class ReviewSession(IDataProtectionProvider protection)
{
    /// <summary>The longest name, in code units.</summary>
    public const int LongestName = 80;

    private const string Cookie = "konon-review";

    // A working day; whoever comes back the next morning signs in again.
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Konon.Review.Session").ToTimeLimitedDataProtector();

    /// <summary>The name signed in; null for nobody, also where the cookie is too old or not ours.</summary>
    public string? Of(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept) return null;
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Signs somebody in.</summary>
    /// <returns>False where the name is none.</returns>
    public bool TrySignIn(HttpContext context, string? name)
    {
        var clean = PlainText.OneLine(name ?? "");
        if (clean.Length is 0 or > LongestName) return false;
        context.Response.Cookies.Append(Cookie, _protector.Protect(clean, Lasts), Options(context, Lasts));
        return true;
    }

    /// <summary>Signs out.</summary>
    public static void SignOut(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = age,
        Path = "/",
    };
}
