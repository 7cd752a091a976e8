namespace Konon.Articles.Pages;

/// <summary>Finds the headline: the page's first heading where metadata confirm it, else what they say.</summary>
internal static class PageTitles
{
    private const int MaxTitle = 300;
    private const int LongestSite = 60;
    private const int HighestConfirmed = 40;
    private const int NearStart = 600;
    private const int HeadingReach = 60;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " « ", " // ", " ~ ", " / ", "|"];

    /// <summary>The headline; null where the page has none.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="facts">Its head.</param>
    /// <param name="linked">Its linked data.</param>
    /// <param name="content">The article's box.</param>
    /// <param name="node">The heading's node; -1 where the headline is not shown.</param>
    public static string? Find(PageTree tree, PageFacts facts, LinkedArticle linked, int content, out int node)
    {
        var site = facts.Meta("og:site_name", "application-name") ?? linked.Publisher;
        var stated = Stated(facts, linked, site);
        node = -1;
        var best = 0;
        string? title = null;
        var nodes = tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (!IsHeading(nodes[i]) || nodes[i].Length is 0 or > MaxTitle) continue;
            var words = tree.TextOf(i, MaxTitle);
            var score = Score(tree, i, words, stated, content, site);
            if (score <= best) continue;
            (best, node, title) = (score, i, words);
        }

        if (title is not null) return title;
        node = -1;
        return stated.Count > 0 ? stated[0] : null;
    }

    private static bool IsHeading(PageNode node) =>
        node.Tag is PageTag.Heading1 or PageTag.Heading
        || ((node.Marks & PageMarks.Title) != 0 && node.Tag is PageTag.Block or PageTag.Paragraph or PageTag.Inline or PageTag.Header or PageTag.Cell);

    private static int Score(PageTree tree, int at, string words, List<string> stated, int content, string? site)
    {
        if (words.Length == 0) return 0;
        ref readonly var node = ref tree.Nodes[at];
        var first = node.Tag == PageTag.Heading1;
        var marked = (node.Marks & PageMarks.Title) != 0;
        var confirmed = Confirms(words, stated);
        var score = (first ? 30 : node.Tag == PageTag.Heading ? 8 : 0) + (marked ? 22 : 0) + confirmed;
        // On a page without any h1 or word about itself the heading above the text is the headline.
        if (!first && confirmed == 0 && !marked) return stated.Count == 1 && content >= 0 && IsAbove(tree, content, at) ? 3 : 0;
        if (LeadsHome(tree, at)) return first && confirmed == HighestConfirmed ? 1 : 0;
        // A heading far below the text's start leads in another article.
        if (content >= 0)
        {
            var nodes = tree.Nodes;
            if (at >= nodes[content].End) score -= 40;
            else if (at > content) score += IsNearStart(tree, content, at) ? 6 : -20;
            else score += 4;
        }

        if (site is not null && Folding.Letters(words) == Folding.Letters(site)) score -= 40;
        if (IsRefused(tree, at)) score -= 40;
        if (words.Length < 4) score -= 20;
        return score;
    }

    private static bool IsAbove(PageTree tree, int content, int at) =>
        tree.Nodes[at].Tag == PageTag.Heading && at > content - HeadingReach && at < tree.Nodes[content].End && (at < content || IsNearStart(tree, content, at));

    /// <summary>The outlet's name at the top of the page, which links to its front page.</summary>
    private static bool LeadsHome(PageTree tree, int at)
    {
        for (var i = at - 1; i < tree.Nodes[at].End; i++)
        {
            if (i < 0 || tree.Nodes[i].Tag != PageTag.Link || tree.Nodes[i].End < tree.Nodes[at].End - 1) continue;
            if (tree.Nodes[i].Element?.GetAttribute("href") is not { } address) continue;
            if (address is "/" or "#" or "./" or "index.html" or "/index.html") return address != "#";
            if (Uri.TryCreate(address, UriKind.Absolute, out var link) && link is { AbsolutePath: "/", Query.Length: 0, Scheme: "http" or "https" }) return true;
        }

        return false;
    }

    private static bool IsNearStart(PageTree tree, int content, int at)
    {
        var before = 0;
        for (var i = content; i < at && before < NearStart; i++)
        {
            if (tree.Nodes[i].Text is not null) before += tree.Nodes[i].Length;
        }

        return before < NearStart;
    }

    private static bool IsRefused(PageTree tree, int at)
    {
        for (var i = at; i >= 0; i = tree.Nodes[i].Parent)
        {
            if ((tree.Nodes[i].Marks & (PageMarks.Never | PageMarks.Hidden | PageMarks.Furniture | PageMarks.Comments)) != 0) return true;
        }

        return false;
    }

    /// <summary>How well metadata say the same: 40 for the same words, 25 where one is the other's start or the like.</summary>
    private static int Confirms(string words, List<string> stated)
    {
        var letters = Folding.Letters(words);
        if (letters.Length < 3) return 0;
        var best = 0;
        foreach (var other in stated)
        {
            var theirs = Folding.Letters(other);
            if (theirs == letters) return HighestConfirmed;
            if (letters.Length >= 10 && theirs.Contains(letters, StringComparison.Ordinal)) best = Math.Max(best, 25);
            else if (theirs.Length >= 10 && letters.Contains(theirs, StringComparison.Ordinal)) best = Math.Max(best, 20);
        }

        return best;
    }

    /// <summary>The headlines that metadata state, the best first, without the outlet's name.</summary>
    private static List<string> Stated(PageFacts facts, LinkedArticle linked, string? site)
    {
        var stated = new List<string>();
        foreach (var title in (ReadOnlySpan<string?>)[linked.Headline, facts.Meta("og:title"), facts.Meta("twitter:title"), facts.Meta("dc.title", "DC.title", "title", "headline"), facts.Title])
        {
            if (title is { Length: > 0 and <= MaxTitle } && Cut(Folding.Blanks(title), site) is { Length: > 0 } cut) stated.Add(cut);
        }

        return stated;
    }

    /// <summary>A title without the outlet's name after or before it.</summary>
    internal static string Cut(string title, string? site)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            var after = title[(last + separator.Length)..].Trim();
            var before = title[..last].Trim();
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            var head = title[..first].Trim();
            if (site is not null)
            {
                var name = Folding.Letters(site);
                if (Folding.Letters(after) is var tail && tail.Length > 0 && (name.Contains(tail, StringComparison.Ordinal) || tail.Contains(name, StringComparison.Ordinal))) return Cut(before, site);
                if (Folding.Letters(head) == name) return title[(first + separator.Length)..].Trim();
            }

            if (after.Length < before.Length && after.Length <= LongestSite && after.Split(' ').Length <= 5) return before;
        }

        return title;
    }
}
