using System.Text;

namespace Konon.Views;

/// <summary>Makes words out of an article safe to print.</summary>
public static class PlainText
{
    private const int LongestSequence = 32;

    /// <summary>The words on one line, without anything that acts on a terminal or turns the reading direction round.</summary>
    /// <remarks>
    /// Runs of white space, line ends among them, become one blank. Control characters (an escape starts a terminal's
    /// commands) and the marks that override the direction of writing go, and so do the byte order mark and zero-width
    /// blanks; joiners, which some scripts need, stay.
    /// </remarks>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var blank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\u001b') i = EndOfSequence(text, i);
            else if (char.IsWhiteSpace(letter))
            {
                if (!blank) clean.Append(' ');
                blank = true;
            }
            else if (!Acts(letter))
            {
                clean.Append(letter);
                blank = false;
            }
        }

        if (clean.Length > 0 && blank) clean.Length--;
        return clean.ToString();
    }

    // A control sequence (ECMA-48: ESC [, parameters, one final byte) goes whole, so that no "[31m" is left of it.
    private static int EndOfSequence(string text, int escape)
    {
        if (escape + 1 >= text.Length || text[escape + 1] != '[') return escape;
        for (var i = escape + 2; i < Math.Min(text.Length, escape + LongestSequence); i++)
        {
            if (text[i] is >= '@' and <= '~') return i;
            if (text[i] is < ' ' or > '~') break;
        }

        return escape;
    }

    // C0 and C1 controls; the marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9).
    private static bool Acts(char letter) =>
        char.IsControl(letter)
        || letter is '\u200B' or '\uFEFF' or '\u061C' or '\u200E' or '\u200F'
        || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
