namespace Konon.Articles.Pages;

/// <summary>Names the outlet that a page is of.</summary>
internal static class PageOutlet
{
    private const int MaxName = 60;

    // Pages read by way of these are another outlet's.
    private static readonly string[] Readers = ["Google News", "Google", "MSN", "Yahoo", "AMP", "WordPress", "Blogger", "Medium"];

    /// <summary>The outlet's name; null where the page does not say.</summary>
    public static string? Find(PageFacts facts, LinkedArticle linked, string? url)
    {
        foreach (var name in (ReadOnlySpan<string?>)[facts.Meta("og:site_name"), linked.Publisher, facts.Meta("application-name", "publisher", "dc.publisher", "twitter:app:name:googleplay")])
        {
            if (name is null) continue;
            var plain = name.Trim().TrimStart('@');
            if (plain.Length is < 2 or > MaxName || plain.Contains("://", StringComparison.Ordinal)) continue;
            if (IsSection(plain, url)) continue;
            if (Array.Exists(Readers, reader => reader.Equals(plain, StringComparison.OrdinalIgnoreCase)) && url is not null) continue;
            return plain;
        }

        return null;
    }

    /// <summary>Whether the name is the section's, in small letters, as the first part of the address's path has it ("/nasional/…").</summary>
    private static bool IsSection(string name, string? url) =>
        !name.Any(char.IsUpper) && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Segments is { Length: > 2 } parts
        && Folding.Letters(parts[1]) == Folding.Letters(name) && !Folding.Letters(address.Host).Contains(Folding.Letters(name), StringComparison.Ordinal);
}
