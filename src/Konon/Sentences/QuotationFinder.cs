using Konon.Text;

namespace Konon.Sentences;

/// <summary>Pairs quotation marks, which real pages leave open, print with one glyph at both ends, or mix.</summary>
/// <remarks>
/// One pass over the marks of a text with a look-ahead of at most two marks; nesting deeper than one level is taken as part of
/// the outer quotation. A quotation may run over a paragraph's end when the next mark closes it within
/// <see cref="LongestRunOver"/> code units.
/// </remarks>
internal static class QuotationFinder
{
    /// <summary>How far behind a paragraph's end, in code units, a closing mark is still taken for the open quotation's.</summary>
    /// <remarks>Quotations of two or three paragraphs in Indonesian news stay below; rerun the gold score when touching it.</remarks>
    public const int LongestRunOver = 1500;

    /// <summary>The quotations of a text, in order, disjoint.</summary>
    public static List<Quotation> Read(string text, Token[] tokens)
    {
        var found = new List<Quotation>();
        var marks = new List<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Quote && QuoteMarks.IsDouble(text[tokens[i].Start])) marks.Add(i);
        }

        Pair(text, tokens, marks, isSingle: false, found);
        PairSingles(text, tokens, found);
        return found;
    }

    private static void Pair(string text, Token[] tokens, List<int> marks, bool isSingle, List<Quotation> found)
    {
        var paragraphEnds = ParagraphEnds(tokens);
        var open = -1;
        for (var m = 0; m < marks.Count; m++)
        {
            var mark = marks[m];
            if (open >= 0 && mark >= paragraphEnds[open] && !RunsOver(text, tokens, open, mark, paragraphEnds[open]))
            {
                Add(text, tokens, open, paragraphEnds[open], isClosed: false, isSingle, found);
                open = -1;
            }

            if (open < 0)
            {
                if (LooksOpening(text, tokens, mark)) open = mark;
                continue;
            }

            if (StrictlyOpening(text, tokens, mark))
            {
                // A mark that opens while one is open: an inner quotation when two closing marks follow in the paragraph.
                var closes = m + 2 < marks.Count && marks[m + 2] < paragraphEnds[open]
                    && !StrictlyOpening(text, tokens, marks[m + 1]) && !StrictlyOpening(text, tokens, marks[m + 2]);
                if (closes)
                {
                    m++;
                    continue;
                }

                if (mark > open + 1 && text[tokens[open].Start] == text[tokens[mark].Start])
                {
                    Add(text, tokens, open, mark, isClosed: false, isSingle, found);
                    open = mark;
                    continue;
                }

                if (mark == open + 1) continue;
            }

            Add(text, tokens, open, mark + 1, isClosed: true, isSingle, found);
            open = -1;
        }

        if (open >= 0) Add(text, tokens, open, paragraphEnds[open], isClosed: false, isSingle, found);
    }

    /// <summary>Single marks count only where both of a pair stand in one paragraph outside every double quotation.</summary>
    private static void PairSingles(string text, Token[] tokens, List<Quotation> found)
    {
        var singles = new List<Quotation>();
        var next = 0;
        var open = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (next < found.Count && found[next].End <= i) next++;
            if (tokens[i].OpensParagraph) open = -1;
            if (next < found.Count && i >= found[next].First)
            {
                i = found[next].End - 1;
                open = -1;
                continue;
            }

            if (tokens[i].Kind != TokenKind.Quote) continue;
            if (open < 0)
            {
                if (StrictlyOpening(text, tokens, i)) open = i;
            }
            else if (!StrictlyOpening(text, tokens, i))
            {
                Add(text, tokens, open, i + 1, isClosed: true, isSingle: true, singles);
                open = -1;
            }
        }

        if (singles.Count == 0) return;
        found.AddRange(singles);
        found.Sort(static (a, b) => a.First.CompareTo(b.First));
    }

    private static bool RunsOver(string text, Token[] tokens, int open, int mark, int paragraphEnd) =>
        !LooksOpening(text, tokens, mark) && tokens[mark].Start - tokens[paragraphEnd - 1].End <= LongestRunOver
        && tokens[mark].Start - tokens[open].Start <= 2 * LongestRunOver;

    /// <summary>Whether the mark may open: what follows touches it, or it starts its paragraph.</summary>
    private static bool LooksOpening(string text, Token[] tokens, int mark)
    {
        if (tokens[mark].OpensParagraph) return true;
        var before = text[tokens[mark].Start - 1];
        var end = tokens[mark].End;
        var after = end < text.Length ? text[end] : ' ';
        if (text[tokens[mark].Start] is '\u201c' or '\u201e' or '\u00ab') return true;
        if (char.IsWhiteSpace(after)) return char.IsWhiteSpace(before);
        if (char.IsWhiteSpace(before)) return true;
        return !char.IsLetterOrDigit(before) && (char.IsLetterOrDigit(after) || after is '(' or '\u2026');
    }

    /// <summary>Whether it cannot but open: white space or nothing before it, a word right behind it.</summary>
    private static bool StrictlyOpening(string text, Token[] tokens, int mark)
    {
        var end = tokens[mark].End;
        if (end >= text.Length || char.IsWhiteSpace(text[end])) return false;
        var before = tokens[mark].Start == 0 ? ' ' : text[tokens[mark].Start - 1];
        return char.IsWhiteSpace(before) || before is '(' || (text[tokens[mark].Start] is '\u201c' && !char.IsLetterOrDigit(before));
    }

    private static void Add(
        string text, Token[] tokens, int first, int end, bool isClosed, bool isSingle, List<Quotation> found)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            WorkMeter.Step();
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number) words++;
        }

        if (words == 0) return;
        found.Add(new Quotation(first, end, new TextSpan(tokens[first].Start, tokens[end - 1].End), isClosed, isSingle, words));
    }

    /// <summary>For every token, one past the last token of its paragraph.</summary>
    private static int[] ParagraphEnds(Token[] tokens)
    {
        var ends = new int[tokens.Length];
        var end = tokens.Length;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            ends[i] = end;
            if (tokens[i].OpensParagraph) end = i;
        }

        return ends;
    }
}
