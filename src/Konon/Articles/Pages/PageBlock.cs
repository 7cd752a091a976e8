namespace Konon.Articles.Pages;

/// <summary>What kind of line a block is.</summary>
internal enum BlockKind : byte
{
    /// <summary>A paragraph, or characters in a box of their own.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An entry of a list.</summary>
    Item,

    /// <summary>A table's row.</summary>
    Row,

    /// <summary>A picture's words.</summary>
    Caption,
}

/// <summary>Characters that a page shows as one line or paragraph.</summary>
internal sealed class PageBlock
{
    private int _size;

    /// <summary>The words, blanks folded; a forced line's end is a line feed.</summary>
    public required string Text { get; init; }

    /// <summary>How many code units of it stand in links.</summary>
    public required int Linked { get; init; }

    /// <summary>The first node of its characters.</summary>
    public required int First { get; init; }

    /// <summary>One past the last node of its characters.</summary>
    public required int End { get; init; }

    /// <summary>The element that starts and ends the line.</summary>
    public required int Box { get; init; }

    /// <summary>The outermost list around it; -1 without one.</summary>
    public required int List { get; init; }

    /// <summary>What kind of line it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>What the elements around it say of it, all together.</summary>
    public required PageMarks Marks { get; init; }

    /// <summary>Whether it stands in a quotation set apart.</summary>
    public bool Quoted { get; init; }

    /// <summary>How long it is to a reader: a character of Chinese or Japanese says as much as two and a half letters.</summary>
    public int Size => _size > 0 ? _size : _size = SizeOf(Text);

    /// <summary>The share of its characters that stand in links, 0 to 1.</summary>
    public double LinkShare => Text.Length == 0 ? 1 : Math.Min(1, (double)Linked / Text.Length);

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool EndsAsSentence => Sentences.Ends(Text);

    /// <summary>How much it counts as text of an article; set when the page is weighed.</summary>
    public double Value { get; set; }

    /// <summary>One line of the block as a block of its own; links are no longer known.</summary>
    public PageBlock Line(string line) =>
        new() { Text = line, Linked = (int)(LinkShare * line.Length), First = First, End = End, Box = Box, List = List, Kind = Kind, Marks = Marks, Quoted = Quoted };

    private static int SizeOf(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u3040', '\u9FFF')) return text.Length;
        var dense = 0;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9FFF') dense++;
        }

        return text.Length + (dense * 3 / 2);
    }
}
