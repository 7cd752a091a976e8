namespace Konon.Text;

/// <summary>Cuts a text into tokens.</summary>
/// <remarks>One pass, no copies of the text; white space is dropped, so tokens need not touch.</remarks>
internal static class Tokenizer
{
    // A run of letters longer than this is no word; it is still one token, but never looked at for words glued together.
    private const int LongestGlued = 64;

    // A list that grew larger than this (64 kB, an article of 20,000 characters) is not kept.
    private const int MostSpare = 1 << 12;

    /// <summary>Cuts <paramref name="text"/> into tokens, in order.</summary>
    /// <param name="text">Any text; unpaired surrogates are marks.</param>
    /// <param name="vocabulary">The words whose numbers the tokens carry.</param>
    public static Token[] Read(string text, Vocabulary vocabulary)
    {
        var tokens = Borrow();
        var at = 0;
        var fresh = true;
        var glued = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\ufeff')
            {
                if (c == '\n') fresh = true;
                glued = false;
                at++;
                continue;
            }

            var shape = (fresh ? TokenShape.ParagraphStart : 0) | (glued && !fresh ? TokenShape.Glued : 0);
            fresh = false;
            glued = true;
            if (char.IsAsciiDigit(c))
            {
                at = Number(text, at, shape, vocabulary, tokens);
            }
            else if (IsLetter(text, at, out var width))
            {
                at = Word(text, at, width, shape, vocabulary, tokens);
            }
            else
            {
                var kind = QuoteMarks.IsQuote(c) ? TokenKind.Quote : TokenKind.Mark;
                width = char.IsSurrogatePair(text, at) ? 2 : 1;
                tokens.Add(new Token(at, at + width, kind, shape, -1));
                at += width;
            }
        }

        Token[] read = [.. tokens];
        Return(tokens);
        return read;
    }

    // One list for each thread, used again: of what an article needs for a moment the tokens are the most.
    [ThreadStatic]
    private static List<Token>? spare;

    private static List<Token> Borrow()
    {
        var tokens = spare ?? new List<Token>(MostSpare);
        spare = null;
        return tokens;
    }

    private static void Return(List<Token> tokens)
    {
        if (tokens.Capacity > MostSpare) return;
        tokens.Clear();
        spare = tokens;
    }

    private static bool IsLetter(string text, int at, out int width)
    {
        var c = text[at];
        width = 1;
        if (c < 128) return char.IsAsciiLetterOrDigit(c) || c == '_';
        if (char.IsSurrogate(c))
        {
            if (!char.IsSurrogatePair(text, at)) return false;
            width = 2;
            return char.IsLetterOrDigit(text, at);
        }

        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
    }

    /// <summary>A number with separators between digits: "3.000", "1,5"; "2-1" and "12–15" are two numbers.</summary>
    private static int Number(string text, int start, TokenShape shape, Vocabulary vocabulary, List<Token> tokens)
    {
        var at = start;
        while (at < text.Length)
        {
            if (char.IsAsciiDigit(text[at]))
                at++;
            else if (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
                at += 2;
            else
                break;
        }

        // "7th", "4G", "18.30WIB", "24menunjukkan": letters that follow are a word of their own unless they are few.
        if (at < text.Length && IsLetter(text, at, out _))
        {
            var end = at;
            while (end < text.Length && IsLetter(text, end, out var width)) end += width;
            if (end - at <= 2 && vocabulary.Find(text.AsSpan(at, end - at)) < 0)
            {
                tokens.Add(new Token(start, end, TokenKind.Word, shape, -1));
                return end;
            }
        }

        tokens.Add(new Token(start, at, TokenKind.Number, shape, -1));
        return at;
    }

    private static int Word(string text, int start, int width, TokenShape shape, Vocabulary vocabulary, List<Token> tokens)
    {
        var at = start + width;
        while (at < text.Length)
        {
            // "Rp35,61 triliun", "USD100": the currency ends where the digits start.
            if (char.IsAsciiDigit(text[at]) && at - start is 2 or 3 && vocabulary.IsPrefix(text.AsSpan(start, at - start))) break;
            if (IsLetter(text, at, out width))
            {
                at += width;
            }
            else if (at + 1 < text.Length && Joins(text, start, at) && IsLetter(text, at + 1, out width))
            {
                at += 1 + width;
            }
            else
            {
                break;
            }
        }

        Emit(text, start, at, shape, vocabulary, tokens);
        return at;
    }

    /// <summary>Whether the mark at <paramref name="at"/> holds the letters around it together.</summary>
    private static bool Joins(string text, int start, int at)
    {
        var next = text[at + 1];
        switch (text[at])
        {
            case '-' or '\u2010' or '\u2011' or '\u02bc' or '\u02bb':
                return true;
            case '\'' or '\u2019':
                // "Jum'at", "Mish’al", but not the closing mark of 'begitu'kata.
                return char.IsLetter(next) && char.IsLetter(text[at - 1]) && !(start > 0 && text[start - 1] is '\'' or '\u2018');
            case '.':
                // "Kompas.com" and "S.H." hold together, "tersebut.Saat" is two sentences.
                if (char.IsLower(next)) return char.IsLetterOrDigit(text[at - 1]) && DomainFollows(text, at + 1);
                if (!char.IsUpper(next)) return false;
                var segment = at - 1;
                while (segment >= start && char.IsLetter(text[segment])) segment--;
                return at - 1 - segment <= 2 && char.IsUpper(text[segment + 1]);
            default:
                return false;
        }
    }

    private static bool DomainFollows(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 8 && char.IsAsciiLetterLower(text[end])) end++;
        return text.AsSpan(at, end - at) is "com" or "co" or "id" or "net" or "org" or "go" or "ac" or "tv" or "news" or "si" or "sc"
            or "h" or "d" or "uk" or "info";
    }

    /// <summary>Adds the run as one token, or as several where words are glued together.</summary>
    private static void Emit(string text, int start, int end, TokenShape shape, Vocabulary vocabulary, List<Token> tokens)
    {
        while (true)
        {
            var number = vocabulary.Find(text.AsSpan(start, end - start));
            var cut = number >= 0 || end - start > LongestGlued ? -1 : GluedWords.FirstCut(text, start, end, vocabulary);
            if (cut < 0)
            {
                tokens.Add(new Token(start, end, TokenKind.Word, shape | ShapeOf(text, start, end), number));
                return;
            }

            var left = vocabulary.Find(text.AsSpan(start, cut - start));
            tokens.Add(new Token(start, cut, TokenKind.Word, shape | ShapeOf(text, start, cut) | TokenShape.Split, left));
            start = cut;
            shape = TokenShape.Glued | TokenShape.Split;
        }
    }

    private static TokenShape ShapeOf(string text, int start, int end)
    {
        if (!char.IsUpper(text, start)) return TokenShape.None;
        var letters = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsLower(text[i])) return TokenShape.Capital;
            if (char.IsLetter(text[i])) letters++;
        }

        return letters >= 2 ? TokenShape.Capital | TokenShape.AllCaps : TokenShape.Capital;
    }
}
