namespace Konon.Articles;

/// <summary>Finds which outlet an article is of, where no metadata says.</summary>
internal static class OutletFinder
{
    private static readonly string[] Platforms =
        ["whatsapp", "telegram", "t.me", "google", "facebook", "twitter", "instagram", "youtube", "tiktok", "bit.ly"];

    /// <summary>By the address, then by the dateline, then by the credits and promotions that were removed.</summary>
    public static string? Find(string? url, Dateline? dateline, IReadOnlyList<RemovedText> removed)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Contains('.', StringComparison.Ordinal))
        {
            return address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        }

        if (dateline?.Outlet is { } named) return named;
        // The credit names this outlet, a promotion mostly does; what is sold beside it stands further down.
        foreach (var reason in (ReadOnlySpan<string>)["credit", "promotion", "tail", "related"])
        {
            foreach (var text in removed)
            {
                if (text.Reason == reason && Domain(text.Exact) is { } found) return found;
            }
        }

        return null;
    }

    private static string? Domain(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(" ,:;()/\"“”\n"))
        {
            var word = text.AsSpan(range).Trim('.');
            if (!Dateline.IsDomain(word)) continue;
            var platform = false;
            foreach (var name in Platforms) platform |= word.Contains(name, StringComparison.OrdinalIgnoreCase);
            if (platform) continue;
            var plain = word.ToString();
            return plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
        }

        return null;
    }
}
