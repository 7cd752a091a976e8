using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Http;

/// <summary>The style sheet and the script, served under names that change with their content, so that browsers may keep them for good.</summary>
internal static class WebAssets
{
    private static readonly Dictionary<string, Asset> Known = Read();

    /// <summary>The address of an asset.</summary>
    /// <param name="name">Its file name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static string Path(string name) => Known[name].Path;

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        foreach (var asset in Known.Values)
        {
            app.MapGet(asset.Path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.Bytes, asset.Type);
            }).ExcludeFromDescription();
        }
    }

    private static Dictionary<string, Asset> Read()
    {
        const string Prefix = "assets/";
        var assembly = Assembly.GetExecutingAssembly();
        var known = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
            known.Add(name, new Asset($"/assets/{digest}/{name}", bytes, TypeOf(name)));
        }

        return known;
    }

    private static string TypeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private sealed record Asset(string Path, byte[] Bytes, string Type);
}
