namespace Konon.Ledger;

/// <summary>Brings the spellings of one web address together.</summary>
public static class Address
{
    // What links are marked with to count clicks; no outlet chooses an article by these.
    private static readonly string[] Counting = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid="];

    /// <summary>
    /// The address with small host, without fragment, standard port and click counters, <c>http</c> written as <c>https</c>; as it
    /// stands, trimmed, where it is no web address. Linear.
    /// </summary>
    public static string Normal(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var trimmed = url.Trim();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return trimmed;
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return "https://" + uri.IdnHost.ToLowerInvariant() + port + uri.AbsolutePath + Query(uri.Query);
    }

    private static string Query(string query)
    {
        if (query.Length < 2) return "";
        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Counting.Any(name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : "?" + joined;
    }
}
