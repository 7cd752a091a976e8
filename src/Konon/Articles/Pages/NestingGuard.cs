using System.Collections.Frozen;
using System.Text;

namespace Konon.Articles.Pages;

/// <summary>Takes out of a page's characters the tags that nest deeper than any page does, and what nobody reads.</summary>
/// <remarks>
/// The parser bounds the depth of its tree, but not of its list of open elements, which it searches at every tag: a
/// hundred thousand open elements cost minutes. One pass over the tags; a page without such nesting comes back as it is.
/// </remarks>
internal static class NestingGuard
{
    // Pages nest 15 to 60 deep, with a few dozen more elements that somebody forgot to close.
    private const int Deepest = 250;
    private const int LongestName = 16;

    // Scripts and styles are half of a page's characters, and the parser looks at each of them.
    private const int LeastUnread = 64;
    private const int LongestTag = 1_000;

    // Elements that never stay open: those without an inside, and those that the next of their kind closes.
    private static readonly FrozenSet<string> Flat = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body", "path",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What stands in these is no markup.
    private static readonly FrozenSet<string> Raw =
        new[] { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page with at most 250 elements open at a time, its scripts and styles empty but for linked data.</summary>
    public static string Bound(string html)
    {
        StringBuilder? kept = null;
        var (depth, dropped, copied) = (0, 0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length;)
        {
            var next = at + 1;
            var closes = html[next] == '/';
            var name = Name(html, closes ? next + 1 : next);
            if (name.IsEmpty)
            {
                next = AfterComment(html, at);
            }
            else if (!closes && Raw.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            {
                var inside = Unread(html, next, name);
                next = AfterRaw(html, next, name);
                if (inside > 0 && next - inside > LeastUnread) Drop(inside, next < html.Length ? next - 2 : next);
            }
            else if (!Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            {
                var drop = closes ? dropped > 0 : depth >= Deepest;
                if (closes && !drop) depth = Math.Max(0, depth - 1);
                else if (!closes && !drop) depth++;
                else dropped += closes ? -1 : 1;
                if (drop)
                {
                    var end = html.IndexOf('>', next);
                    next = end < 0 ? html.Length : end + 1;
                    Drop(at, next);
                }
            }

            at = next < html.Length ? html.IndexOf('<', next) : -1;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();

        void Drop(int from, int to)
        {
            kept ??= new StringBuilder(html.Length);
            kept.Append(html, copied, from - copied);
            copied = to;
        }
    }

    /// <summary>Where the inside of a script or a style begins that nobody reads; 0 for linked data and other elements.</summary>
    private static int Unread(string html, int at, ReadOnlySpan<char> name)
    {
        if (!name.Equals("script", StringComparison.OrdinalIgnoreCase) && !name.Equals("style", StringComparison.OrdinalIgnoreCase)) return 0;
        var length = html.AsSpan(at, Math.Min(LongestTag, html.Length - at)).IndexOf('>');
        return length < 0 || html.AsSpan(at, length).Contains("json", StringComparison.OrdinalIgnoreCase) ? 0 : at + length + 1;
    }

    private static ReadOnlySpan<char> Name(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < LongestName && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-')) end++;
        return end > at && char.IsAsciiLetter(html[at]) ? html.AsSpan(at, end - at) : default;
    }

    private static int AfterComment(string html, int at)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) != 0) return at + 1;
        var end = html.IndexOf("-->", at + 2, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 3;
    }

    private static int AfterRaw(string html, int at, ReadOnlySpan<char> name)
    {
        for (var end = html.IndexOf("</", at, StringComparison.Ordinal); end >= 0; end = html.IndexOf("</", end + 2, StringComparison.Ordinal))
        {
            if (html.AsSpan(end + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return end + 2;
        }

        return html.Length;
    }
}
