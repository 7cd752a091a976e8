namespace Konon.Articles.Pages;

/// <summary>Finds the box that holds the article.</summary>
/// <remarks>
/// Every block is weighed by its text, its links and its neighbours; a box is worth what its blocks are worth, less the
/// links and scraps in it, more where the content system calls it the article's body. The dearest box is the one.
/// Linear in blocks and nodes.
/// </remarks>
internal static class ContentFinder
{
    // How far a block's neighbourhood reaches to either side, and what stands there on a page of teasers (below 150
    // code units) and in an article's text (above 600).
    private const int Reach = 3;
    private const double Scarce = 180;
    private const double Plenty = 550;

    private const double LinkHeavy = 0.5;
    private const double JunkCost = 0.4;
    private const double BodyFactor = 1.35;
    private const double BodyBonus = 250;
    private const double ManyBodiesFactor = 1.08;
    private const double ManyBodiesBonus = 40;
    private const double LeastBody = 100;

    // What stands in a box that calls itself the body is text, however little.
    private const double LeastInBody = 0.3;
    private const double LeastAlone = -0.25;
    private const double ArticleFactor = 1.08;

    /// <summary>The node of the box; -1 where the page holds no text.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="blocks">Its blocks; their <see cref="PageBlock.Value"/> is set.</param>
    /// <param name="refused">Blocks with any of these marks are not the article's.</param>
    /// <param name="generous">Whether a paragraph or two without neighbours may be an article: the page has no more.</param>
    public static int Find(PageTree tree, List<PageBlock> blocks, PageMarks refused, bool generous = false)
    {
        Weigh(blocks, refused, generous ? LeastInBody : LeastAlone);
        var nodes = tree.Nodes;
        var worth = new double[nodes.Length];
        var text = new double[nodes.Length];
        foreach (var block in blocks)
        {
            if ((block.Marks & refused) != 0) continue;
            worth[block.Box] += block.Value;
            if (block.Value > 0) text[block.Box] += block.Value;
        }

        for (var i = nodes.Length - 1; i > 0; i--)
        {
            worth[nodes[i].Parent] += worth[i];
            text[nodes[i].Parent] += text[i];
        }

        var bodies = Bodies(nodes, text, refused);
        var (factor, bonus) = bodies > 1 ? (ManyBodiesFactor, ManyBodiesBonus) : (BodyFactor, BodyBonus);
        var best = -1;
        var most = double.MinValue;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (text[i] <= 0 || !IsBox(nodes[i].Tag) || (nodes[i].Marks & refused) != 0) continue;
            var score = worth[i];
            if ((nodes[i].Marks & PageMarks.Body) != 0) score = (Math.Max(score, 0) * factor) + bonus;
            else if (nodes[i].Tag is PageTag.Article or PageTag.Main) score *= score > 0 ? ArticleFactor : 1;
            // Of two boxes around the same blocks the inner one is taken: it comes later.
            if (score < most) continue;
            (best, most) = (i, score);
        }

        return best;
    }

    /// <summary>How many boxes side by side call themselves the article's body.</summary>
    private static int Bodies(ReadOnlySpan<PageNode> nodes, double[] text, PageMarks refused)
    {
        var count = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Marks & refused) == 0 && ((nodes[i].Marks & PageMarks.Body) == 0 || text[i] < LeastBody)) continue;
            if ((nodes[i].Marks & refused) == 0) count++;
            i = nodes[i].End - 1;
        }

        return count;
    }

    private static bool IsBox(PageTag tag) =>
        tag is PageTag.Block or PageTag.Article or PageTag.Main or PageTag.Root or PageTag.Cell or PageTag.Row or PageTag.Aside
            or PageTag.Form or PageTag.Header or PageTag.Figure or PageTag.Item or PageTag.List or PageTag.Quote or PageTag.Inline;

    private static void Weigh(List<PageBlock> blocks, PageMarks refused, double least)
    {
        var seen = new List<PageBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            block.Value = 0;
            if ((block.Marks & refused) == 0) seen.Add(block);
        }

        var raw = new double[seen.Count];
        for (var i = 0; i < raw.Length; i++) raw[i] = Raw(seen[i]);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] <= 0)
            {
                seen[i].Value = raw[i] * JunkCost;
                continue;
            }

            var around = 0.0;
            var last = Math.Min(raw.Length - 1, i + Reach);
            for (var j = Math.Max(0, i - Reach); j <= last; j++) around += raw[j];
            seen[i].Value = raw[i] * Math.Clamp((around - Scarce) / (Plenty - Scarce), (seen[i].Marks & PageMarks.Body) != 0 ? LeastInBody : least, 1);
        }
    }

    /// <summary>A block by itself: its characters where it is running text, less than nothing where it is links or scraps.</summary>
    private static double Raw(PageBlock block)
    {
        var length = Math.Min(block.Size, 2_000);
        var share = block.LinkShare;
        if (share > LinkHeavy) return -Math.Min(length, 120);
        var plain = length - Math.Min(block.Linked, length);
        if (block.Kind is BlockKind.Heading) return length > 15 ? 0 : -2;
        if (block.Kind is BlockKind.Caption) return 0;
        var sentence = block.EndsAsSentence;
        // A teaser is cut off: "The mayor of the town said on Friday that …".
        if (length < 320 && (block.Text.EndsWith('…') || block.Text.EndsWith("...", StringComparison.Ordinal) || block.Text.EndsWith("[…]", StringComparison.Ordinal))) return plain * 0.1;
        if (length >= 80) return plain * (sentence || Sentences.Marks(block.Text) > 2 ? 1 : 0.7);
        if (length >= 25) return sentence ? plain * 0.8 : block.Kind is BlockKind.Item ? -5 : plain * 0.1;
        return sentence ? 0 : -10;
    }
}
