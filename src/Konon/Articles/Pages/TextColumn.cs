namespace Konon.Articles.Pages;

/// <summary>The element whose children are an article's paragraphs, and which others hold some.</summary>
/// <remarks>Needs no name of any class: it works on pages whose classes say nothing. Linear in blocks times depth.</remarks>
internal sealed class TextColumn
{
    // A column with less of the text may be one of several that an article is set in, with pictures between them. Of 0.6,
    // 0.75 and 0.9 the middle one was best on pages with classes and without.
    private const double NearlyAll = 0.75;

    // Marks and blanks that a wrapper holds beside its one line.
    private const int Wrapper = 4;

    private readonly PageTree _tree;
    private readonly Dictionary<int, int> _held;
    private readonly int _main;

    private TextColumn(PageTree tree, Dictionary<int, int> held, int main)
    {
        _tree = tree;
        _held = held;
        _main = main;
    }

    /// <summary>The column of these paragraphs; null where there are none.</summary>
    public static TextColumn? Find(PageTree tree, IEnumerable<PageBlock> paragraphs)
    {
        var held = new Dictionary<int, int>();
        var (all, main) = (0, -1);
        foreach (var block in paragraphs)
        {
            var column = Of(tree, block);
            held[column] = held.GetValueOrDefault(column) + block.Text.Length;
            all += block.Text.Length;
        }

        foreach (var (column, length) in held)
        {
            if (length >= all * NearlyAll) main = column;
        }

        return all == 0 ? null : new TextColumn(tree, held, main);
    }

    /// <summary>Whether the line stands in an element that holds paragraphs, too.</summary>
    public bool HoldsParagraphs(PageBlock block) => _held.ContainsKey(Of(_tree, block));

    /// <summary>Whether the line comes after the column of nearly all paragraphs, and in no other of its kind.</summary>
    public bool IsBelow(PageBlock block) => _main >= 0 && block.First >= _tree.Nodes[_main].End && !HasTwin(block);

    /// <summary>Whether the line stands in another element of the column's class: the article goes on below a picture.</summary>
    private bool HasTwin(PageBlock block)
    {
        var nodes = _tree.Nodes;
        if (nodes[_main].Element?.ClassName is not { Length: > 0 } name) return false;
        for (var at = block.Box; at > _main; at = nodes[at].Parent)
        {
            if (nodes[at].Parent == nodes[_main].Parent && nodes[at].Tag == nodes[_main].Tag && nodes[at].Element?.ClassName == name) return true;
        }

        return false;
    }

    /// <summary>The element around a line's own elements; a box around one line alone is the line's own.</summary>
    private static int Of(PageTree tree, PageBlock block)
    {
        var at = block.Box;
        while (at > 0 && (IsLines(tree.Nodes[at].Tag) || tree.Nodes[at].Length <= block.Text.Length + Wrapper)) at = tree.Nodes[at].Parent;
        return at;
    }

    private static bool IsLines(PageTag tag) => tag is PageTag.Paragraph or PageTag.Item or PageTag.List or PageTag.Quote or PageTag.Inline;
}
