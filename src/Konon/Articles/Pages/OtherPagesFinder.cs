using System.Globalization;

namespace Konon.Articles.Pages;

/// <summary>Finds the links that lead to the other pages of the same article.</summary>
internal static class OtherPagesFinder
{
    private const int MaxParts = 40;

    // "Halaman selanjutnya", "Nächste Seite", "Page 2 of 3".
    private const int LongestNumber = 30;

    // Queries and last segments by which content systems show an article whole.
    private static readonly string[] Whole = ["page=all", "single=1", "showpage=all", "singlepage=true", "view=all", "pagewanted=all", "print=0&all=1"];
    private static readonly string[] WholeSegments = ["/all", "/full", "/single"];

    /// <summary>The other pages of the article at <paramref name="url"/>.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="facts">Its head.</param>
    /// <param name="url">The article's address; null finds none.</param>
    /// <param name="fetched">Where the page came from, which numbers it where the article's address does not.</param>
    public static OtherPages Find(PageTree tree, PageFacts facts, Uri? url, string? fetched = null)
    {
        if (url is null) return OtherPages.None;
        string? whole = null;
        var parts = new SortedDictionary<int, string>();
        var here = Stem(url);
        if (Uri.TryCreate(fetched, UriKind.Absolute, out var at) && Stem(at) == here) url = at;
        var self = NumberOf(url, here) ?? 1;
        var nodes = tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Tag == PageTag.Link && nodes[i].Element?.GetAttribute("href") is { Length: > 0 and < 2_000 } address) Take(address, i);
        }

        foreach (var (relation, address) in facts.Links)
        {
            if (relation is "next" or "prev") Take(address, -1);
        }

        return whole is null && parts.Count == 0 ? OtherPages.None : new OtherPages(whole, [.. parts.Values], self);

        void Take(string address, int node)
        {
            if (!MayBePart(address, here) || !Uri.TryCreate(url, address, out var other)) return;
            if (other.Scheme != url.Scheme && other.Scheme is not ("http" or "https")) return;
            if (!string.Equals(other.Host, url.Host, StringComparison.OrdinalIgnoreCase) || Stem(other) != here) return;
            if (IsWhole(other))
            {
                if (!IsWhole(url)) whole ??= Plain(other);
            }
            else if (NumberOf(other, here) is { } number && number != self && !IsWhole(url) && (node < 0 || IsNumbered(tree, node, number)))
            {
                parts.TryAdd(number, Plain(other));
            }
        }
    }

    /// <summary>A look at the address alone, which spares nearly all links of a page a reading of theirs.</summary>
    private static bool MayBePart(ReadOnlySpan<char> address, ReadOnlySpan<char> stem)
    {
        if (address[0] == '#') return false;
        if (address.Contains('?')) return true;
        address = address.TrimEnd('/');
        var last = address[(address.LastIndexOf('/') + 1)..];
        if (last.Length <= 2 || last.SequenceEqual(stem[(stem.LastIndexOf('/') + 1)..])) return true;
        return last.Equals("all", StringComparison.OrdinalIgnoreCase) || last.Equals("full", StringComparison.OrdinalIgnoreCase)
            || last.Equals("single", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a link's words number a page or lead on; "/berita/6" under a headline is another article.</summary>
    private static bool IsNumbered(PageTree tree, int link, int number)
    {
        if (tree.Nodes[link].Length > LongestNumber) return false;
        var words = tree.TextOf(link, LongestNumber);
        return words.Length == 0 || !char.IsLetter(words[^1]) || words.Contains(number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || !words.Contains(' ', StringComparison.Ordinal) || PagePhrases.IsFurniture(words);
    }

    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Query);

    private static bool IsWhole(Uri address)
    {
        foreach (var query in Whole)
        {
            if (address.Query.Contains(query, StringComparison.OrdinalIgnoreCase)) return true;
        }

        var path = address.AbsolutePath.TrimEnd('/');
        foreach (var segment in WholeSegments)
        {
            if (path.EndsWith(segment, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The article's path without what numbers its pages: "/a/b/2", "/a/b?page=2" and "/a/b/all" are "/a/b".</summary>
    private static string Stem(Uri address)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        foreach (var segment in WholeSegments)
        {
            if (path.EndsWith(segment, StringComparison.OrdinalIgnoreCase)) return path[..^segment.Length];
        }

        var last = path.LastIndexOf('/');
        if (last > 0 && PageNumber(path.AsSpan(last + 1)) is not null)
        {
            path = path[..last];
            if (path.EndsWith("/page", StringComparison.OrdinalIgnoreCase)) path = path[..^5];
        }

        return path;
    }

    private static int? NumberOf(Uri address, string stem)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        if (path.Length > stem.Length && PageNumber(path.AsSpan(path.LastIndexOf('/') + 1)) is { } segment) return segment;
        foreach (var pair in address.Query.TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair[..equals] is "page" or "p" or "halaman" or "hal" or "seite" or "pg" && PageNumber(pair.AsSpan(equals + 1)) is { } number) return number;
        }

        return path.Length == stem.Length && address.Query.Length == 0 ? 1 : null;
    }

    private static int? PageNumber(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MaxParts
            ? number
            : null;
}
