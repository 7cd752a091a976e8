using System.Text;
using Konon.Languages;

namespace Konon.Articles;

/// <summary>Strikes out editors' initials, reporters' and photographers' credits, and the marks that close a text.</summary>
internal static class CreditPass
{
    // Below the text stand at most a credit, a promotion or two and a list; further up a parenthesis is the author's.
    private const int LastLines = 3;

    private static readonly (string Kind, string Words)[] PhotoCredits =
        [.. LanguageResource.Rows("id", "credits").Select(row => (row[0], row[1]))];

    public static void Run(Sheet sheet, int from, ICollection<string> byline)
    {
        for (var i = from; i < sheet.Lines.Count; i++) StrikePhotoCredits(sheet.Lines[i]);
        var seen = 0;
        for (var i = sheet.Lines.Count - 1; i >= from && seen < LastLines; i--)
        {
            var line = sheet.Lines[i];
            if (line.IsStruck) continue;
            StrikeClosing(line, byline, seen == 0);
            if (!line.IsStruck) seen++;
        }
    }

    /// <summary>"Jakarta (ANTARA) -": the agency stands in the dateline.</summary>
    private static bool IsDateline(string text, int open, int end) =>
        open < 40 && end < text.Length && text.AsSpan(end).TrimStart() is ['-' or '–' or '—' or ':', ..];

    private static void StrikePhotoCredits(SheetLine line)
    {
        var text = line.Text;
        if (IsHandle(text)) line.Strike("credit");
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0;)
        {
            var close = text.AsSpan(open, Math.Min(90, text.Length - open)).IndexOf(')');
            if (close > 0 && IsPhotoCredit(text.AsSpan(open + 1, close - 1)) && !IsDateline(text, open, open + close + 1))
            {
                var start = open;
                if (text.AsSpan(0, open).TrimEnd().EndsWith("Foto:", StringComparison.OrdinalIgnoreCase))
                {
                    start = text.AsSpan(0, open).LastIndexOf("Foto:", StringComparison.OrdinalIgnoreCase);
                }

                line.Strike(start, open + close + 1, "credit");
            }

            open = open + 1 < text.Length ? text.IndexOf('(', open + 1) : -1;
        }

        StrikeImageMarks(line);
    }

    /// <summary>A picture's source alone on its line: "instagram.com/contoh", "@contoh".</summary>
    private static bool IsHandle(string text) =>
        text.Length < 80 && !text.Contains(' ', StringComparison.Ordinal)
        && (text[0] == '@' || text.StartsWith("instagram", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("twitter.com/", StringComparison.OrdinalIgnoreCase));

    private static bool IsPhotoCredit(ReadOnlySpan<char> inside)
    {
        foreach (var (kind, words) in PhotoCredits)
        {
            if (kind == "whole" ? inside.SequenceEqual(words) : StartsWith(inside, words)) return true;
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> inside, string words) =>
        inside.StartsWith(words, StringComparison.Ordinal)
        && (inside.Length == words.Length || !char.IsLetter(words[^1]) || !char.IsLetter(inside[words.Length]));

    /// <summary>"[img.2]", "[Gambas:Video 20detik]".</summary>
    private static void StrikeImageMarks(SheetLine line)
    {
        var text = line.Text;
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0;)
        {
            var inside = text.AsSpan(open + 1);
            if (inside.StartsWith("img", StringComparison.OrdinalIgnoreCase)
                || inside.StartsWith("gambas", StringComparison.OrdinalIgnoreCase)
                || inside.StartsWith("video", StringComparison.OrdinalIgnoreCase)
                || inside.StartsWith("gallery", StringComparison.OrdinalIgnoreCase))
            {
                var close = inside[..Math.Min(80, inside.Length)].IndexOf(']');
                if (close > 0) line.Strike(open, open + close + 2, "credit");
            }

            open = open + 1 < text.Length ? text.IndexOf('[', open + 1) : -1;
        }
    }

    private static void StrikeClosing(SheetLine line, ICollection<string> byline, bool last)
    {
        // At most a few close one line: "… katanya. (*) (Contoh.com/Nama Penulis) (abc)".
        for (var round = 0; round < 4; round++)
        {
            var text = line.Text;
            var end = line.KeptEnd();
            if (end == 0) return;
            if (StrikeStars(line, end)) continue;
            if (text[end - 1] is not (')' or ']')) return;
            var open = text.AsSpan(0, end).LastIndexOf(text[end - 1] == ')' ? '(' : '[');
            if (open < 0 || end - open > 80) return;
            var inside = text.AsSpan(open + 1, end - open - 2).Trim();
            var alone = text.AsSpan(0, open).Trim().Length == 0;
            var closes = alone || text.AsSpan(0, open).TrimEnd()[^1] is '.' or '!' or '?' or '"' or '”' or ')' or ']' or '*' or '’' or '\'';
            if (text[end - 1] == ']' ? !(IsInitials(inside) && closes && last) : !IsCredit(inside, alone, closes, last)) return;
            if (inside.IndexOf('/') is > 0 and var slash && char.IsUpper(inside[0])) byline.Add(inside[(slash + 1)..].Trim().ToString());
            else if (alone && IsName(inside)) byline.Add(inside.ToString());
            line.Strike(open, end, "credit");
        }
    }

    private static bool StrikeStars(SheetLine line, int end)
    {
        var start = end;
        while (start > 0 && line.Text[start - 1] is '*' or '-' or '=' or '_' or '#' or ' ' or '∎' or '■') start--;
        if (end - start < (line.Text.AsSpan(start, end - start).Contains('*') ? 2 : 3)) return false;
        line.Strike(start, end, "credit");
        return true;
    }

    /// <summary>Whether the words in a closing parenthesis are initials, an outlet's credit or a lone name.</summary>
    private static bool IsCredit(ReadOnlySpan<char> inside, bool alone, bool closes, bool last)
    {
        if (inside.IsEmpty) return closes;
        if (inside.Trim("* .-").IsEmpty) return true;
        if (IsInitials(inside)) return closes && (last || inside.Contains('/'));
        var slash = inside.IndexOf('/');
        if (slash > 1 && slash < inside.Length - 2)
        {
            var left = inside[..slash].Trim();
            // "(Contoh.com/Nama)": dates and doses ("10/6/2025", "km/jam") have no capital or no name.
            return char.IsLetter(left[0]) && (Dateline.IsDomain(left) || Dateline.IsDomain(inside[(slash + 1)..].Trim()) || (char.IsUpper(left[0]) && IsName(inside[(slash + 1)..].Trim()))) && closes;
        }

        if (Dateline.IsDomain(inside)) return closes;
        return alone && last && IsName(inside);
    }

    private static bool IsInitials(ReadOnlySpan<char> inside)
    {
        if (inside.Length > 24) return false;
        var group = 0;
        foreach (var c in inside)
        {
            if (c is '/' or '-' or ',' or ' ' or '.' or '*' or '|' or '&' or '+')
            {
                if (group > 4) return false;
                group = 0;
            }
            else if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || (char.IsAsciiLetterUpper(c) && inside.Length <= 12))
            {
                group++;
            }
            else
            {
                return false;
            }
        }

        return group <= 4 && inside.ContainsAnyInRange('A', 'z');
    }

    private static bool IsName(ReadOnlySpan<char> words)
    {
        var count = 0;
        foreach (var range in words.Split(' '))
        {
            var word = words[range];
            if (word.IsEmpty) continue;
            if (!char.IsUpper(word[0])) return false;
            foreach (var rune in word.EnumerateRunes())
            {
                if (!Rune.IsLetter(rune) && rune.Value is not ('\'' or '’' or '.' or '-' or ',')) return false;
            }

            count++;
        }

        return count is >= 1 and <= 5;
    }
}
