namespace Konon.Articles.Pages;

/// <summary>Finds an article's own address: the canonical one, which all its copies name.</summary>
internal static class PageAddress
{
    /// <summary>The address; null where neither the page nor whoever fetched it says.</summary>
    /// <param name="fetched">Where the page came from; null where nobody knows.</param>
    /// <param name="facts">The page's head.</param>
    /// <param name="linked">Its linked data.</param>
    public static string? Find(string? fetched, PageFacts facts, LinkedArticle linked)
    {
        var from = Uri.TryCreate(fetched, UriKind.Absolute, out var address) ? address : null;
        var canonical = facts.Links.FirstOrDefault(link => link.Relation.Equals("canonical", StringComparison.OrdinalIgnoreCase)).Address;
        foreach (var written in (ReadOnlySpan<string?>)[canonical, facts.Meta("og:url", "twitter:url"), linked.Url])
        {
            if (Absolute(written, from) is not { } found) continue;
            // A canonical link to the outlet's front page is a fault of its content system.
            if (found.AbsolutePath == "/" && found.Query.Length == 0 && from is { AbsolutePath: not "/" }) continue;
            return found.AbsoluteUri;
        }

        return from?.AbsoluteUri ?? fetched;
    }

    private static Uri? Absolute(string? written, Uri? from)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var ok = from is null ? Uri.TryCreate(written.Trim(), UriKind.Absolute, out var found) : Uri.TryCreate(from, written.Trim(), out found);
        return ok && found is { Scheme: "http" or "https" } ? found : null;
    }
}
