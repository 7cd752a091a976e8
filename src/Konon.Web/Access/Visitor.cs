using Microsoft.AspNetCore.Http;

namespace Konon.Web.Access;

/// <summary>Who asks, as far as a token tells.</summary>
/// <param name="Token">The token; null where none was sent, or one that is nobody's.</param>
/// <param name="IsBearer">Whether it came in the header, which no other site can make a browser send.</param>
/// <param name="IsWrong">Whether one was sent that is nobody's, or revoked.</param>
internal sealed record Visitor(KnownToken? Token, bool IsBearer, bool IsWrong)
{
    /// <summary>The cookie in which a browser keeps the token that was typed in.</summary>
    public const string Cookie = "konon-access";

    private const string Scheme = "Bearer ";

    /// <summary>Who sent a request.</summary>
    public static Visitor Of(HttpContext context) => context.Features.Get<Visitor>() ?? new Visitor(null, IsBearer: false, IsWrong: false);

    /// <summary>Reads the token that a request brings along.</summary>
    /// <param name="request">The request.</param>
    /// <param name="book">The tokens that count; null where there are none.</param>
    public static Visitor Read(HttpRequest request, TokenBook? book)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var token = book?.Find(header[Scheme.Length..].Trim());
            return new Visitor(token, IsBearer: true, IsWrong: token is null);
        }

        // A cookie that no longer counts is that of somebody who has not signed in.
        return new Visitor(request.Cookies[Cookie] is { } kept ? book?.Find(kept) : null, IsBearer: false, IsWrong: header.Length > 0);
    }
}
