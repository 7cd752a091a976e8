using System.Globalization;
using System.Text;

namespace Konon.Views;

/// <summary>Measures and cuts text by the columns that it takes on a terminal.</summary>
internal static class Columns
{
    private const string Ellipsis = "…";

    /// <summary>How many columns the text takes: two for East Asian letters and emoji, none for marks on a letter.</summary>
    public static int Of(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes()) columns += Of(rune);
        return columns;
    }

    /// <summary>The text, cut at a blank where one is near and marked with an ellipsis where it is too wide.</summary>
    public static string Fit(string text, int width)
    {
        if (Of(text) <= width) return text;
        if (width <= 0) return "";
        var (taken, end, blank) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            taken += Of(rune);
            if (taken > width - 1) break;
            if (rune.Value == ' ') blank = end;
            end += rune.Utf16SequenceLength;
        }

        // A blank in the last quarter is worth cutting at; one before that would waste the line.
        if (blank > end * 3 / 4) end = blank;
        return text[..end].TrimEnd(' ', ',', ';', ':') + Ellipsis;
    }

    /// <summary>The text, cut or filled with blanks to exactly <paramref name="width"/> columns.</summary>
    public static string Pad(string text, int width)
    {
        var fitted = Fit(text, width);
        return fitted + new string(' ', Math.Max(0, width - Of(fitted)));
    }

    /// <summary>The text on at most so many lines, broken at blanks; what does not fit on the last is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int most)
    {
        var lines = new List<string>();
        while (lines.Count + 1 < most && Of(text) > width)
        {
            var blank = text.LastIndexOf(' ', FirstBeyond(text, width));
            if (blank <= 0) break;
            lines.Add(text[..blank]);
            text = text[(blank + 1)..];
        }

        lines.Add(Fit(text, width));
        return lines;
    }

    /// <summary>The words around <paramref name="focus"/>, as much of them as fits, cut at blanks.</summary>
    public static string Around(string text, string focus, int width)
    {
        var at = text.IndexOf(focus, StringComparison.Ordinal);
        if (at < 0 || Of(text) <= width || at + focus.Length < width - 1) return Fit(text, width);
        // A third of the line before the focus, the rest for it and what follows.
        var start = Math.Max(0, at - (width / 3));
        var blank = text.IndexOf(' ', start);
        start = blank >= 0 && blank < at ? blank + 1 : at;
        return Fit(Ellipsis + text[start..], width);
    }

    // Where the first letter stands that no longer fits; a blank may stand there.
    private static int FirstBeyond(string text, int width)
    {
        var (taken, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            taken += Of(rune);
            if (taken > width) break;
            at += rune.Utf16SequenceLength;
        }

        return Math.Min(at, text.Length - 1);
    }

    private static int Of(Rune rune)
    {
        if (rune.Value < 0x300) return 1;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    // The blocks of wide letters (East Asian Width W and F), coarsely: Hangul Jamo, CJK, Hangul, forms, emoji.
    private static bool IsWide(int value) =>
        value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
