namespace Konon.Text;

/// <summary>The glyphs that open and close quotations.</summary>
internal static class QuoteMarks
{
    /// <summary>Whether the character is a quotation mark of any kind, the single ones included.</summary>
    public static bool IsQuote(char c) => c is '"' or '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb'
        or '\u2018' or '\u2019' or '\'' or '\u2033' or '\u02dd' or '\uff02';

    /// <summary>Whether it is a mark of the double kind.</summary>
    public static bool IsDouble(char c) => c is '"' or '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' or '\u2033'
        or '\u02dd' or '\uff02';
}
