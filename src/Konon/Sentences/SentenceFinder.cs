using Konon.Text;

namespace Konon.Sentences;

/// <summary>Finds where each sentence starts and ends.</summary>
/// <remarks>
/// A quotation is never cut: "A. B," kata X. is one sentence. Linear in the number of tokens. What runs on without an end is cut
/// after <see cref="LongestSentence"/> tokens, so that whoever looks through a sentence looks through a bounded one.
/// </remarks>
internal static class SentenceFinder
{
    /// <summary>How many tokens a sentence may have; a quotation counts as one.</summary>
    /// <remarks>The longest of a week of news has 365, a price list. Rerun the claims of the corpus when touching it.</remarks>
    public const int LongestSentence = 400;

    /// <summary>The sentences of a text, in order; every token lies in one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="quotations">Its quotations, in order.</param>
    /// <param name="abbreviations">Whether a word number is an abbreviation that a full stop follows.</param>
    /// <param name="letters">Whether a word number asks for a single letter behind it ("berinisial F.").</param>
    public static List<Sentence> Read(
        string text, Token[] tokens, List<Quotation> quotations, Func<int, bool> abbreviations, Func<int, bool> letters)
    {
        var found = new List<Sentence>();
        var first = 0;
        var next = 0;
        var steps = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i == first) steps = 0;
            if (i > first && (tokens[i].OpensParagraph || steps >= LongestSentence))
            {
                Close(tokens, found, ref first, i);
                steps = 0;
            }

            steps++;

            while (next < quotations.Count && quotations[next].End <= i) next++;
            if (next < quotations.Count && quotations[next].First == i && IsWhole(quotations[next]))
            {
                i = quotations[next].End - 1;
                if (EndsAfterQuotation(text, tokens, i)) Close(tokens, found, ref first, i + 1);
                continue;
            }

            if (EndsAt(text, tokens, i, abbreviations, letters))
            {
                var end = i + 1;
                while (end < tokens.Length && !tokens[end].OpensParagraph && tokens[end].Kind == TokenKind.Mark
                    && text[tokens[end].Start] is '.' or '!' or '?' or ')')
                    end++;
                i = end - 1;
                Close(tokens, found, ref first, end);
            }
        }

        if (first < tokens.Length) Close(tokens, found, ref first, tokens.Length);
        return found;
    }

    // A short single-quoted word is an ordinary part of its sentence.
    private static bool IsWhole(Quotation quotation) => !quotation.IsSingle || quotation.Words >= 4;

    private static void Close(Token[] tokens, List<Sentence> found, ref int first, int end)
    {
        if (end > first) found.Add(new Sentence(first, end, tokens[first].OpensParagraph));
        first = end;
    }

    private static bool EndsAt(string text, Token[] tokens, int i, Func<int, bool> abbreviations, Func<int, bool> letters)
    {
        if (tokens[i].Kind != TokenKind.Mark) return false;
        var c = text[tokens[i].Start];
        if (c is not ('.' or '!' or '?' or '\u2026')) return false;
        if (i + 1 >= tokens.Length) return true;
        // "(Air surut.) Jalan putus.": what stands behind the bracket tells.
        var behind = i + 1;
        while (behind + 1 < tokens.Length && tokens[behind].IsGlued && tokens[behind].Kind == TokenKind.Mark && text[tokens[behind].Start] == ')') behind++;
        var next = tokens[behind];
        if (next.OpensParagraph) return true;
        if (next.Kind == TokenKind.Mark && text[next.Start] is '.' or '!' or '?') return false;
        var nextStarts = next.IsCapital || next.Kind is TokenKind.Quote or TokenKind.Number
            || (next.Kind == TokenKind.Mark && text[next.Start] is '(' or '*' or '-' or '#');
        if (!nextStarts) return false;
        if (c != '.') return true;
        if (i == 0) return true;
        var previous = tokens[i - 1];
        if (previous.Kind == TokenKind.Word && tokens[i].IsGlued)
        {
            // An initial ("M. Hasan") or an abbreviation ("dr. Ani", "No. 5") is no end, whatever follows.
            if (previous.Length == 1 && previous.IsCapital) return i >= 2 && !tokens[i - 2].IsCapital && letters(tokens[i - 2].Word);
            if (abbreviations(previous.Word)) return false;
        }

        return next.Kind != TokenKind.Number || !next.IsGlued;
    }

    /// <summary>Whether the sentence is over behind the quotation whose last token is <paramref name="last"/>.</summary>
    private static bool EndsAfterQuotation(string text, Token[] tokens, int last)
    {
        if (last + 1 >= tokens.Length || tokens[last + 1].OpensParagraph) return true;
        var inner = tokens[last].Kind == TokenKind.Quote && last > 0 ? tokens[last - 1] : tokens[last];
        if (inner.Kind != TokenKind.Mark || text[inner.Start] is not ('.' or '!' or '?' or '\u2026')) return false;
        var next = tokens[last + 1];
        return next.IsCapital || next.Kind == TokenKind.Quote;
    }
}
