namespace Konon.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, perhaps with digits, inner hyphens, apostrophes or full stops.</summary>
    Word,

    /// <summary>Digits with their separators: "3.000", "1,5", "10.00".</summary>
    Number,

    /// <summary>One mark that is none of the others.</summary>
    Mark,

    /// <summary>A quotation mark of any glyph.</summary>
    Quote,
}

/// <summary>How a token looks and stands.</summary>
[Flags]
internal enum TokenShape : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The first letter is upper case.</summary>
    Capital = 1,

    /// <summary>At least two letters, all of them upper case.</summary>
    AllCaps = 2,

    /// <summary>No white space stands before it.</summary>
    Glued = 4,

    /// <summary>It is the first token of its paragraph.</summary>
    ParagraphStart = 8,

    /// <summary>It was cut out of a longer run of letters ("PresidenDonald").</summary>
    Split = 16,
}

/// <summary>One word, number or mark of a text.</summary>
/// <param name="Start">First code unit in the text.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Shape">How it looks and stands.</param>
/// <param name="Word">Its number in the language's vocabulary; -1 when the vocabulary lacks it.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, TokenShape Shape, int Word)
{
    /// <summary>How many code units it holds.</summary>
    public int Length => End - Start;

    /// <summary>Whether its first letter is upper case.</summary>
    public bool IsCapital => (Shape & TokenShape.Capital) != 0;

    /// <summary>Whether all its letters, at least two, are upper case.</summary>
    public bool IsAllCaps => (Shape & TokenShape.AllCaps) != 0;

    /// <summary>Whether no white space stands before it.</summary>
    public bool IsGlued => (Shape & TokenShape.Glued) != 0;

    /// <summary>Whether it opens a paragraph.</summary>
    public bool OpensParagraph => (Shape & TokenShape.ParagraphStart) != 0;

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, End);
}
