using System.Buffers;

namespace Konon.Intake.Feeds;

/// <summary>Tells feeds from pages by their first characters.</summary>
internal static class FeedSniffer
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n>/[");
    private static readonly HashSet<string> Roots = new(StringComparer.Ordinal)
    {
        "rss", "RDF", "feed", "urlset", "sitemapindex", "opml",
    };

    /// <summary>Whether a text that begins so is a feed: by the name of its root, or of its document type.</summary>
    public static bool IsXmlFeed(ReadOnlySpan<char> head) => Roots.Contains(RootName(head));

    /// <summary>Whether a JSON text that begins so is a JSON Feed: its version is an address at jsonfeed.org.</summary>
    public static bool IsJsonFeed(ReadOnlySpan<char> head) =>
        head.Contains("jsonfeed.org/version/", StringComparison.Ordinal)
        || head.Contains(@"jsonfeed.org\/version\/", StringComparison.Ordinal);

    private static string RootName(ReadOnlySpan<char> head)
    {
        head = head.TrimStart("\uFEFF \t\r\n");
        while (head.StartsWith("<", StringComparison.Ordinal))
        {
            var skipped = head.StartsWith("<?", StringComparison.Ordinal) ? After(head, "?>")
                : head.StartsWith("<!--", StringComparison.Ordinal) ? After(head, "-->")
                : -1;
            if (skipped < 0) break;
            head = head[skipped..].TrimStart();
        }

        // What declares a document type has a root of that name, and its entities may hide the root itself.
        const string Doctype = "<!DOCTYPE";
        if (head.StartsWith(Doctype, StringComparison.OrdinalIgnoreCase)) head = head[Doctype.Length..].TrimStart();
        else if (head.StartsWith("<", StringComparison.Ordinal)) head = head[1..];
        else return string.Empty;
        var end = head.IndexOfAny(NameEnds);
        var name = end < 0 ? head : head[..end];
        return name[(name.LastIndexOf(':') + 1)..].ToString();
    }

    private static int After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.Ordinal);
        return at < 0 ? text.Length : at + end.Length;
    }
}
