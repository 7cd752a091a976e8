namespace Konon.Articles.Pages;

/// <summary>Takes out of an article's box what is not the article: inserts, lists of links, captions, tails.</summary>
internal sealed class BlockFilter
{
    private const int LongParagraph = 110;
    private const int ShortLine = 45;
    private const int LongestTail = 500;
    private const int HeadLines = 12;

    // Pages set out two or three sentences; each candidate is looked for in the whole text.
    private const int MostRepeats = 24;
    private const int ShortestRepeat = 30;
    private const int LongestRepeat = 300;

    private readonly PageTree _tree;
    private readonly List<PageBlock> _blocks;
    private readonly bool[] _out;
    private readonly PageMarks _refused;

    private BlockFilter(PageTree tree, List<PageBlock> blocks, PageMarks refused)
    {
        _tree = tree;
        _blocks = blocks;
        _out = new bool[blocks.Count];
        _refused = refused;
    }

    /// <summary>The blocks that stay, in order.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="blocks">The blocks of the article's box.</param>
    /// <param name="refused">Blocks with any of these marks go.</param>
    /// <param name="title">The headline, which stands before the text already; null without one.</param>
    public static List<PageBlock> Run(PageTree tree, List<PageBlock> blocks, PageMarks refused, string? title)
    {
        SplitHead(blocks);
        var filter = new BlockFilter(tree, blocks, refused);
        filter.DropMarked();
        filter.DropLists();
        filter.DropLines(title);
        filter.DropHead();
        filter.DropRepeats();
        filter.DropTails();
        filter.DropOutside();
        filter.DropHeadings();
        var kept = new List<PageBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!filter._out[i]) kept.Add(blocks[i]);
        }

        return kept;
    }

    private void DropMarked()
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            _out[i] = (block.Marks & _refused) != 0 || block.Kind == BlockKind.Caption || IsNote(block);
        }
    }

    /// <summary>A caption, a byline, a date: short lines that their boxes name.</summary>
    private static bool IsNote(PageBlock block)
    {
        if ((block.Marks & PageMarks.Caption) != 0) return block.Text.Length < ((block.Marks & PageMarks.Body) != 0 ? 100 : 400);
        if (block.Text.Length < 200 && block.Text.Contains('©', StringComparison.Ordinal)) return true;
        return (block.Marks & (PageMarks.Byline | PageMarks.Date | PageMarks.Modified)) != 0 && block.Text.Length < 120;
    }

    /// <summary>A list that is more links than text is no list of the article's.</summary>
    private void DropLists()
    {
        for (var i = 0; i < _blocks.Count;)
        {
            var list = _blocks[i].List;
            var end = i + 1;
            if (list >= 0)
            {
                while (end < _blocks.Count && _blocks[end].List == list) end++;
                if (IsLinkList(i, end)) Drop(i, end);
            }

            i = end;
        }
    }

    private bool IsLinkList(int from, int to)
    {
        var (length, linked, whole) = (0, 0, 0);
        for (var i = from; i < to; i++)
        {
            length += _blocks[i].Text.Length;
            linked += _blocks[i].Linked;
            if (_blocks[i].LinkShare > 0.8) whole++;
        }

        return linked > length * 0.6 || (whole * 2 > to - from && length < (to - from) * 120);
    }

    private void DropLines(string? title)
    {
        var letters = title is null ? null : Folding.Letters(title);
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (_out[i]) continue;
            var block = _blocks[i];
            _out[i] = IsLinkLine(block) || PagePhrases.IsFurniture(block.Text) || IsBare(block.Text)
                || (letters is not null && block.Text.Length < title!.Length + 20 && Folding.Letters(block.Text) == letters);
        }
    }

    /// <summary>Above the first paragraph stand lines that name author and date.</summary>
    private void DropHead()
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (_out[i] || _blocks[i].Kind == BlockKind.Heading) continue;
            if (IsParagraph(_blocks[i])) return;
            _out[i] = PageBylines.IsByline(_blocks[i].Text);
        }
    }

    /// <summary>Headline, author and date above the text, parted by nothing but forced ends of lines, are lines of their own.</summary>
    private static void SplitHead(List<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Count && i < HeadLines; i++)
        {
            var block = blocks[i];
            var lines = block.Text.Split('\n');
            if (block.Kind != BlockKind.Heading && lines.Length is > 1 and < HeadLines && Array.TrueForAll(lines, line => line.Length < LongParagraph))
            {
                blocks.RemoveAt(i);
                blocks.InsertRange(i, lines.Select(line => block.Line(line)));
            }

            if (IsParagraph(blocks[i])) return;
        }
    }

    /// <summary>A sentence set out in large letters that the text holds, too, stands once.</summary>
    private void DropRepeats()
    {
        var candidates = 0;
        for (var i = 0; i < _blocks.Count && candidates < MostRepeats; i++)
        {
            var text = _blocks[i].Text;
            if (_out[i] || _blocks[i].Kind == BlockKind.Heading || text.Length is < ShortestRepeat or > LongestRepeat) continue;
            candidates++;
            var words = text.AsSpan().Trim("\"“”„«»‘’'. ");
            for (var j = 0; j < _blocks.Count && !_out[i]; j++)
            {
                if (j == i || _out[j] || _blocks[j].Text.Length <= text.Length) continue;
                _out[i] = _blocks[j].Text.AsSpan().Contains(words, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsLinkLine(PageBlock block)
    {
        if (block.LinkShare > 0.9) return block.Text.Length < 160 || !block.EndsAsSentence;
        return block.LinkShare > 0.6 && block.Text.Length < 200 && !block.EndsAsSentence;
    }

    private static bool IsBare(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) return false;
        }

        return true;
    }

    /// <summary>From a tail's heading on all goes that is no paragraph, up to the next one.</summary>
    private void DropTails()
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            if (_out[i] || !PagePhrases.IsTail(_blocks[i].Text)) continue;
            var heading = _blocks[i].Kind == BlockKind.Heading;
            var next = i + 1;
            while (next < _blocks.Count && next - i < LongestTail && !IsParagraph(_blocks[next]) && !(heading && _blocks[next].Kind == BlockKind.Heading)) next++;
            var scraps = 0;
            for (var j = i + 1; j < next; j++)
            {
                if (_blocks[j].LinkShare > 0.5) scraps++;
            }

            // Within the text a heading such as "More information" may be the article's own.
            if (next == _blocks.Count || (scraps > 0 && scraps * 2 >= next - i - 1)) Drop(i, next);
        }
    }

    /// <summary>What follows the column that holds nearly all paragraphs is biographies, teasers, appeals, remarks.</summary>
    private void DropOutside()
    {
        if (TextColumn.Find(_tree, _blocks.Where((block, i) => !_out[i] && IsParagraph(block))) is not { } column) return;
        for (var i = _blocks.Count - 1; i >= 0; i--)
        {
            if (_out[i]) continue;
            if (IsParagraph(_blocks[i]) || column.HoldsParagraphs(_blocks[i])) break;
            _out[i] = true;
        }

        for (var i = _blocks.Count - 1; i >= 0 && column.IsBelow(_blocks[i]); i--) _out[i] = true;
    }

    /// <summary>A heading with nothing under it led in something that has gone.</summary>
    private void DropHeadings()
    {
        var under = false;
        for (var i = _blocks.Count - 1; i >= 0; i--)
        {
            if (_out[i]) continue;
            if (_blocks[i].Kind != BlockKind.Heading) under = true;
            else if (!under) _out[i] = true;
            else if (i + 1 < _blocks.Count && _out[i + 1] && NextKept(i) is var next && (next < 0 || _blocks[next].Kind == BlockKind.Heading)) _out[i] = true;
        }
    }

    private int NextKept(int at)
    {
        for (var i = at + 1; i < _blocks.Count; i++)
        {
            if (!_out[i]) return i;
        }

        return -1;
    }

    private void Drop(int from, int to) => _out.AsSpan(from, to - from).Fill(true);

    private static bool IsParagraph(PageBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Item && block.LinkShare < 0.4
        && (block.Size >= LongParagraph || (block.Size > ShortLine && block.EndsAsSentence && Sentences.Marks(block.Text) > 1));
}
