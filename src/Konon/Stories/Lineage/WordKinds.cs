using Konon.Claims;
using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>Types the words of a report before any of them counts.</summary>
internal static class WordKinds
{
    // Fewer words between marks are a name or a term, not a saying.
    private const int FewestQuoted = 4;

    /// <summary>The kind of each word; linear in the text.</summary>
    public static TextKind[] Of(Reading reading, ReadOnlySpan<TextSpan> words)
    {
        var text = reading.Article.Text;
        var kinds = new TextKind[text.Length];
        foreach (var claim in reading.Claims) FillContent(claim, kinds);
        ReleaseText.Fill(reading, kinds);
        FillQuotes(text, kinds);
        Fill(kinds, reading.Article.Asides, TextKind.Credit);
        foreach (var claim in reading.Claims) FillCredit(claim, kinds);
        FillBrackets(text, kinds);
        var typed = new TextKind[words.Length];
        for (var i = 0; i < words.Length; i++) typed[i] = kinds[words[i].Start];
        return typed;
    }

    /// <summary>Gives a stretch a kind.</summary>
    public static void Fill(TextKind[] kinds, IEnumerable<TextSpan> spans, TextKind kind)
    {
        foreach (var span in spans) kinds.AsSpan(span.Start, span.Length).Fill(kind);
    }

    // Hearsay of nobody ("diduga …") is the reporter's own wording.
    private static void FillContent(Claim claim, TextKind[] kinds)
    {
        if (claim.Kind == ClaimKind.Direct) Fill(kinds, claim.Content, TextKind.Quotation);
        else if (claim.Speakers.Count > 0) Fill(kinds, claim.Content, TextKind.Statement);
    }

    private static void FillCredit(Claim claim, TextKind[] kinds)
    {
        if (claim.Cue is { } cue) Fill(kinds, [cue], TextKind.Credit);
        Fill(kinds, claim.Speakers.Select(speaker => speaker.Mention).OfType<TextSpan>(), TextKind.Credit);
        Fill(kinds, claim.Via.Select(relay => relay.Span), TextKind.Credit);
    }

    // What stands between quotation marks in one paragraph, whether or not somebody was found to say it.
    private static void FillQuotes(string text, TextKind[] kinds)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') open = -1;
            if (text[i] is not ('"' or '“' or '”' or '„' or '«' or '»')) continue;
            if (open >= 0 && text[i] is not ('“' or '„' or '«'))
            {
                if (WordsIn(text, open, i) >= FewestQuoted) kinds.AsSpan(open, i - open).Fill(TextKind.Quotation);
                open = -1;
            }
            else
            {
                open = i;
            }
        }
    }

    private static int WordsIn(string text, int start, int end)
    {
        var count = 0;
        foreach (var _ in new WordScanner(text, new TextSpan(start, end)))
        {
            if (++count == FewestQuoted) break;
        }

        return count;
    }

    // "(10/6/2025)", "(AFP)", "(foto: …)", "(isa/dna)": what stands in brackets without a small word of its own.
    private static void FillBrackets(string text, TextKind[] kinds)
    {
        const int Longest = 60;
        for (var i = text.IndexOf('(', StringComparison.Ordinal); i >= 0; i = text.IndexOf('(', i + 1))
        {
            var end = text.AsSpan(i, Math.Min(Longest, text.Length - i)).IndexOf(')');
            if (end > 0 && !text.AsSpan(i, end).Contains('\n')) kinds.AsSpan(i, end).Fill(TextKind.Credit);
        }
    }
}
