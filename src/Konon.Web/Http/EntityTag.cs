using System.Security.Cryptography;
using System.Text;
using Konon.Ledger;
using Konon.Store;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Http;

/// <summary>Marks answers, so that who has one already is told that it still holds and nothing is looked up.</summary>
internal static class EntityTag
{
    private const int Digits = 16;

    /// <summary>The mark of whatever an address gives while the ledger stands as it does; another reader may give another answer.</summary>
    public static string Of(HttpContext context, LedgerStore store)
    {
        var request = context.Request;
        var made = $"{Reader.Name}\n{store.ChangeMark()}\n{request.Host}{request.Path}{request.QueryString}";
        return Of(Encoding.UTF8.GetBytes(made));
    }

    /// <summary>The mark of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => "\"" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..Digits] + "\"";

    /// <summary>Puts the mark on the answer; whether the asker has it already, so that 304 is to be answered.</summary>
    public static bool IsKnown(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        // Kept by whoever asked, and asked for again each time: tokens decide who sees it.
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Tag == tag);
    }
}
