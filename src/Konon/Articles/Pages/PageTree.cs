using AngleSharp.Dom;

namespace Konon.Articles.Pages;

/// <summary>A page's elements in document order, each with what its attributes say: a flat copy, so that nothing recurses.</summary>
/// <remarks>The inside of node <c>i</c> is <c>[i + 1, Nodes[i].End)</c>. Scripts, styles and the like have no inside. Linear in the page.</remarks>
internal sealed class PageTree
{
    // A box that holds more of the page's text than this is the page, whatever its class says.
    private const double WholePage = 0.45;

    // A box with the page's one headline and more text than a teaser has is the article's.
    private const int HeadlineBox = 800;

    // The same of running text, which links and scraps do not thin out: runs of characters of a line or more.
    private const double MainProse = 0.55;
    private const int ShortestProse = 60;
    private const int LeastProse = 1_000;

    // Captions with their credits; a box with more nodes is a part of the page's layout.
    private const int LongestPictureText = 220;
    private const int LargestPictureBox = 40;
    private const int MostPictures = 6;

    private const PageMarks Gone = PageMarks.Hidden | PageMarks.Comments;

    private readonly PageNode[] _nodes;

    private PageTree(PageNode[] nodes, int count)
    {
        _nodes = nodes;
        Count = count;
    }

    /// <summary>How many nodes there are.</summary>
    public int Count { get; }

    /// <summary>The nodes, in document order.</summary>
    public ReadOnlySpan<PageNode> Nodes => _nodes.AsSpan(0, Count);

    /// <summary>Copies everything below <paramref name="root"/>.</summary>
    public static PageTree Of(IElement root)
    {
        var nodes = new PageNode[1024];
        var count = 0;
        var open = new Stack<(INodeList Children, int Next, int Node)>();
        // A page's boxes share a few dozen classes.
        var classes = new Dictionary<string, PageMarks>(StringComparer.Ordinal);
        Open(root, -1);
        while (open.Count > 0)
        {
            var (children, next, node) = open.Pop();
            if (next >= children.Length)
            {
                nodes[node].End = count;
                var parent = nodes[node].Parent;
                if (parent >= 0) nodes[parent].Length += nodes[node].Length;
                continue;
            }

            open.Push((children, next + 1, node));
            switch (children[next])
            {
                case IElement element:
                    Open(element, node);
                    break;
                case IText text when text.Data.AsSpan().TrimStart().Length is > 0 and var length:
                    Add(new PageNode(PageTag.Text, node, null, text.Data) { End = count + 1, Length = length });
                    nodes[node].Length += length;
                    break;
                case IText blank:
                    Add(new PageNode(PageTag.Text, node, null, blank.Data.Length == 0 ? string.Empty : " ") { End = count + 1 });
                    break;
            }
        }

        var tree = new PageTree(nodes, count);
        tree.MarkPictures();
        tree.Reconsider();
        return tree;

        void Open(IElement element, int parent)
        {
            var tag = PageTags.Of(element.LocalName);
            var at = count;
            Add(new PageNode(tag, parent, element, null) { End = count + 1, Marks = MarksOf(element, tag, classes) });
            if (tag is PageTag.Nothing or PageTag.Break) nodes[at].End = count;
            else open.Push((element.ChildNodes, 0, at));
        }

        void Add(PageNode node)
        {
            if (count == nodes.Length) Array.Resize(ref nodes, nodes.Length * 2);
            nodes[count++] = node;
        }
    }

    /// <summary>The words inside a node, blanks folded.</summary>
    /// <param name="node">The node.</param>
    /// <param name="limit">The most code units that are looked at.</param>
    /// <param name="entry">What stands before each entry of a list.</param>
    public string TextOf(int node, int limit = 1_000, string entry = " ")
    {
        var text = new System.Text.StringBuilder();
        for (var i = node; i < _nodes[node].End && text.Length < limit; i++)
        {
            if (_nodes[i].Text is { } run) text.Append(run.AsSpan(0, Math.Min(run.Length, limit)));
            else if (_nodes[i].Tag is PageTag.Item) text.Append(entry);
            else if (_nodes[i].Tag is PageTag.Break || _nodes[i].Tag.IsBlock()) text.Append(' ');
        }

        return Folding.Blanks(text.ToString());
    }

    private static PageMarks MarksOf(IElement element, PageTag tag, Dictionary<string, PageMarks> classes)
    {
        if (tag is PageTag.Root or PageTag.Nothing or PageTag.Break or PageTag.Main) return PageMarks.None;
        var marks = PageMarks.None;
        if (tag is PageTag.Block && element.LocalName.Contains('-', StringComparison.Ordinal)) marks |= PageClasses.Read(element.LocalName);
        if (tag is PageTag.Furniture) marks |= PageMarks.Hidden;
        if (tag is PageTag.Aside or PageTag.Form) marks |= PageMarks.Furniture;
        if (tag is PageTag.Caption) marks |= PageMarks.Caption;
        if (element.Attributes.Length > 0) marks |= Attributes(element, classes);
        // A link or a word within a line is no box; only what is hidden stays hidden.
        if (tag is PageTag.Inline or PageTag.Link or PageTag.Time && (marks & PageMarks.Furniture) != 0 && tag != PageTag.Inline) marks &= ~PageMarks.Furniture;
        return marks;
    }

    private static PageMarks Attributes(IElement element, Dictionary<string, PageMarks> classes)
    {
        var marks = PageMarks.None;
        foreach (var attribute in element.Attributes)
        {
            var value = attribute.Value;
            marks |= attribute.Name switch
            {
                "class" => ClassMarks(value, classes),
                "id" => PageClasses.Read(value),
                "role" => value switch
                {
                    "navigation" or "banner" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "menubar"
                        or "tablist" or "toolbar" => PageMarks.Never,
                    "complementary" => PageMarks.Furniture,
                    _ => PageMarks.None,
                },
                "itemprop" => value switch
                {
                    "articleBody" or "reviewBody" => PageMarks.Body,
                    "headline" => PageMarks.Title,
                    "author" or "creator" => PageMarks.Byline,
                    "datePublished" or "dateCreated" => PageMarks.Date,
                    "dateModified" => PageMarks.Modified,
                    "caption" => PageMarks.Caption,
                    "comment" => PageMarks.Comments,
                    _ => PageMarks.None,
                },
                "rel" when value.Contains("author", StringComparison.OrdinalIgnoreCase) => PageMarks.Byline,
                "href" when IsAuthorPage(value) => PageMarks.Byline,
                "hidden" => PageMarks.Hidden,
                "style" when IsHidden(value) => PageMarks.Hidden,
                "data-nosnippet" => PageMarks.None,
                _ => PageMarks.None,
            };
        }

        return marks;
    }

    private static PageMarks ClassMarks(string value, Dictionary<string, PageMarks> classes)
    {
        if (classes.TryGetValue(value, out var marks)) return marks;
        marks = PageClasses.Read(value);
        classes.Add(value, marks);
        return marks;
    }

    private static bool IsAuthorPage(string address) =>
        address.Length < 300 && (address.Contains("/author/", StringComparison.OrdinalIgnoreCase) || address.Contains("/autor/", StringComparison.OrdinalIgnoreCase)
            || address.Contains("/authors/", StringComparison.OrdinalIgnoreCase) || address.Contains("/penulis/", StringComparison.OrdinalIgnoreCase)
            || address.Contains("/auteur/", StringComparison.OrdinalIgnoreCase) || address.Contains("/autoren/", StringComparison.OrdinalIgnoreCase));

    private static bool IsHidden(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
        var rest = style.AsSpan(at + "display".Length).TrimStart();
        return rest.StartsWith(":", StringComparison.Ordinal) && rest[1..].TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A box of a picture and a line or two, without a heading: the words are the picture's, whatever its class.</summary>
    private void MarkPictures()
    {
        var boxes = new List<int>();
        for (var i = 1; i < Count; i++)
        {
            if (_nodes[i].Tag != PageTag.Nothing || _nodes[i].Element?.LocalName is not ("img" or "picture" or "amp-img" or "video")) continue;
            var box = _nodes[i].Parent;
            while (box > 0 && _nodes[box].Length == 0) box = _nodes[box].Parent;
            if (box <= 0 || _nodes[box].Length > LongestPictureText || _nodes[box].Tag is not (PageTag.Block or PageTag.Figure)) continue;
            if (IsPictureBox(box)) boxes.Add(box);
        }

        // A page of many pictures with their words is a gallery, or tells how something is done: the words are its text.
        if (boxes.Count > MostPictures) return;
        foreach (var box in boxes) _nodes[box].Marks |= PageMarks.Caption;
    }

    /// <summary>No headline, byline or link within: those are an article's head, an author's box, a teaser.</summary>
    private bool IsPictureBox(int box)
    {
        if (_nodes[box].End - box > LargestPictureBox) return false;
        for (var i = box; i < _nodes[box].End; i++)
        {
            if (_nodes[i].Tag is PageTag.Heading or PageTag.Heading1) return false;
            if (_nodes[i].Tag == PageTag.Link && _nodes[i].Length * 2 > _nodes[box].Length) return false;
            if ((_nodes[i].Marks & (PageMarks.Lead | PageMarks.Title | PageMarks.Byline | PageMarks.Date)) != 0) return false;
        }

        return true;
    }

    /// <summary>Takes back the mark of a box that holds the page's main part, or its headline and text.</summary>
    private void Reconsider()
    {
        const PageMarks boxes = PageMarks.Furniture | PageMarks.Never | PageMarks.Hidden | PageMarks.Caption | PageMarks.Lead | PageMarks.Date | PageMarks.Byline;
        var prose = Prose(out var whole, out var headline);
        for (var i = 0; i < Count; i++)
        {
            ref var node = ref _nodes[i];
            if ((node.Marks & boxes) == 0 || (node.Marks & Gone) != 0 || node.Tag is PageTag.Furniture or PageTag.Text) continue;
            var holds = i < headline && headline < node.End && node.Length > HeadlineBox;
            var running = prose[node.End] - prose[i];
            if (holds || node.Length > whole * WholePage || (running > LeastProse && running > prose[Count] * MainProse)) node.Marks &= ~boxes;
        }
    }

    /// <summary>How much running text stands before each node; what is hidden and readers' comments count not.</summary>
    /// <param name="whole">How much text the page holds, links and scraps too.</param>
    /// <param name="headline">The page's one heading of the first rank; -1 without one or with several.</param>
    private int[] Prose(out int whole, out int headline)
    {
        var prose = new int[Count + 1];
        (whole, headline) = (0, -1);
        var (headlines, linkEnd, goneEnd) = (0, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            ref readonly var node = ref _nodes[i];
            prose[i + 1] = prose[i];
            if (i < goneEnd) continue;
            if ((node.Marks & Gone) != 0 && node.Tag is not PageTag.Article) goneEnd = node.End;
            else if (node.Tag == PageTag.Link) linkEnd = Math.Max(linkEnd, node.End);
            else if (node.Tag == PageTag.Heading1) (headline, headlines) = (i, headlines + 1);
            else if (node.Text is not null)
            {
                whole += node.Length;
                if (i >= linkEnd && node.Length >= ShortestProse) prose[i + 1] += node.Length;
            }
        }

        if (headlines != 1) headline = -1;
        return prose;
    }
}
