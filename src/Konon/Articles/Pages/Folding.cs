using System.Text;

namespace Konon.Articles.Pages;

/// <summary>Brings words of a page into a form in which they can be compared.</summary>
internal static class Folding
{
    /// <summary>Blanks of every kind, and runs of them, to one blank; none at the ends.</summary>
    public static string Blanks(string text)
    {
        var at = 0;
        while (at < text.Length && !NeedsFolding(text, at)) at++;
        if (at == text.Length) return text;
        var folded = new StringBuilder(text.Length);
        folded.Append(text, 0, at);
        var blank = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c)) blank = true;
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060'))
            {
                if (blank && folded.Length > 0) folded.Append(' ');
                blank = false;
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    /// <summary>Letters and digits alone, lower case: what two headlines have in common, whatever marks they use.</summary>
    public static string Letters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static bool NeedsFolding(string text, int at)
    {
        var c = text[at];
        if (c is ' ') return at == 0 || at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]);
        return char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060';
    }
}
