using System.Text;

namespace Konon.Articles.Pages;

/// <summary>Cuts a page into the lines and paragraphs that it shows.</summary>
/// <remarks>One pass over the tree; linear in the page.</remarks>
internal sealed class BlockReader
{
    // A table's cell with more than this is a box of a page's layout and no entry of a table.
    private const int LongestEntry = 100;

    private const int LongestHeading = 180;
    private const int LongestSentenceHeading = 110;
    private const int LongestInsert = 300;
    private const int ShortestInsert = 15;
    private const int InsertReach = 60;

    private readonly PageTree _tree;
    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _line = new();
    private readonly Stack<Open> _open = new();
    private int _linked;
    private int _first = -1;
    private int _end;
    private bool _blank;
    private int _breaks;

    private BlockReader(PageTree tree) => _tree = tree;

    /// <summary>What is known of an element while its inside is read.</summary>
    private readonly record struct Open(int End, int Box, int List, PageMarks Marks, BlockKind Kind, bool Link, bool Quoted, bool IsBlock, bool Typed);

    /// <summary>The blocks of the page in order.</summary>
    public static List<PageBlock> Read(PageTree tree)
    {
        var reader = new BlockReader(tree);
        reader.Run();
        return reader._blocks;
    }

    private Open Top => _open.Peek();

    private void Run()
    {
        _open.Push(new Open(int.MaxValue, 0, -1, PageMarks.None, BlockKind.Paragraph, false, false, true, false));
        var nodes = _tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            Close(i);
            ref readonly var node = ref nodes[i];
            if (node.Text is { } text) Append(text, i);
            else if (IsHiddenWord(node) || IsInsert(i, node)) i = node.End - 1;
            else Enter(i, node);
        }

        Close(int.MaxValue - 1);
        Flush();
    }

    private void Enter(int at, PageNode node)
    {
        if (node.Tag == PageTag.Break)
        {
            Break();
            return;
        }

        if (node.Tag == PageTag.Nothing) return;
        var around = Top;
        var block = node.Tag.IsBlock() || IsWideCell(at, node) || (node.Tag == PageTag.Inline && (node.Marks & PageMarks.Caption) != 0);
        if (block) Flush();
        else if (node.Tag == PageTag.Cell) _blank = true;
        _open.Push(new Open(
            node.End,
            block ? at : around.Box,
            node.Tag == PageTag.List && around.List < 0 ? at : around.List,
            // A mark on a word within a line says nothing of the line.
            block ? around.Marks | node.Marks : around.Marks,
            KindOf(node.Tag, around.Kind),
            around.Link || node.Tag == PageTag.Link,
            around.Quoted || node.Tag == PageTag.Quote,
            block,
            around.Typed || node.Tag == PageTag.Preformatted));
    }

    /// <summary>A word within a line that nobody sees: "(opens in a new window)".</summary>
    private static bool IsHiddenWord(PageNode node) => !node.Tag.IsBlock() && node.Tag != PageTag.Cell && (node.Marks & PageMarks.Hidden) != 0;

    /// <summary>A link to another article, led in by "Read also:" before it or in it; the words before it go too.</summary>
    private bool IsInsert(int at, PageNode node)
    {
        if (node.Tag != PageTag.Link || node.Length is 0 or > LongestInsert) return false;
        // Only so much of the line is looked at, so a line of a thousand links costs no more than its length.
        var line = _line.Length > 0 ? _line.ToString(Math.Max(0, _line.Length - InsertReach), Math.Min(_line.Length, InsertReach)) : string.Empty;
        if (line.Length > 0 && PagePhrases.InsertBefore(line) is > 0 and var length)
        {
            _line.Length -= length;
            (_linked, _blank) = (Math.Min(_linked, _line.Length), true);
            return true;
        }

        return node.Length > ShortestInsert && PagePhrases.IsInsertLink(_tree.TextOf(at, InsertReach));
    }

    private bool IsWideCell(int at, PageNode node)
    {
        if (node.Tag != PageTag.Cell) return false;
        if (node.Length > LongestEntry) return true;
        var row = _tree.Nodes[node.Parent];
        return at > 0 && row.Tag == PageTag.Row && row.Length > LongestEntry * 4;
    }

    private static BlockKind KindOf(PageTag tag, BlockKind around) => tag switch
    {
        PageTag.Heading or PageTag.Heading1 => BlockKind.Heading,
        PageTag.Item => BlockKind.Item,
        PageTag.Row => BlockKind.Row,
        PageTag.Caption => BlockKind.Caption,
        PageTag.Cell => around,
        PageTag.List => BlockKind.Paragraph,
        _ => around,
    };

    private void Close(int at)
    {
        while (_open.Count > 1 && Top.End <= at)
        {
            if (Top.IsBlock) Flush();
            _open.Pop();
        }
    }

    private void Break()
    {
        if (_line.Length == 0) return;
        if (++_breaks > 1) Flush();
    }

    private void Append(string text, int at)
    {
        var open = Top;
        if (open.Typed && text.Contains('\n', StringComparison.Ordinal))
        {
            foreach (var line in text.Split('\n'))
            {
                AppendRun(line, at, open);
                Flush();
            }

            return;
        }

        AppendRun(text, at, open);
    }

    private void AppendRun(string text, int at, in Open open)
    {
        var before = _line.Length;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                _blank = true;
                continue;
            }

            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060') continue;
            if (_breaks > 0) AppendBreak(c);
            else if (_blank && _line.Length > 0) _line.Append(' ');
            (_blank, _breaks) = (false, 0);
            _line.Append(c);
        }

        if (_line.Length == before) return;
        if (_first < 0) _first = at;
        _end = at + 1;
        if (open.Link) _linked += _line.Length - before;
    }

    /// <summary>A forced line's end in the middle of a sentence is a blank: "… said" and below it "the minister".</summary>
    private void AppendBreak(char next)
    {
        if (_line.Length == 0) return;
        var last = _line[^1];
        _line.Append(char.IsLower(next) && (char.IsLetterOrDigit(last) || last == ',') ? ' ' : '\n');
    }

    private void Flush()
    {
        if (_line.Length > 0)
        {
            var open = Top;
            _blocks.Add(new PageBlock
            {
                Text = _line.ToString(),
                Linked = _linked,
                First = _first,
                End = _end,
                Box = open.Box,
                List = open.List,
                // Nobody's heading has three lines; content systems let authors choose the size of their letters.
                Kind = open.Kind == BlockKind.Heading && IsProse() ? BlockKind.Paragraph : open.Kind,
                Marks = open.Marks,
                Quoted = open.Quoted,
            });
        }

        _line.Clear();
        (_linked, _first, _blank, _breaks) = (0, -1, false, 0);
    }

    private bool IsProse() => _line.Length > LongestHeading || (_line.Length > LongestSentenceHeading && _line[^1] is '.' or '!');
}
