namespace Konon.Text;

/// <summary>Finds where words stand glued together, as where a page's link lost its blanks.</summary>
/// <remarks>
/// "dilansirCNNdanABC", "PresidenDonald", "Linesmengatakan". Brand names with inner capitals ("AeroMexico", "TikTok") stay whole:
/// a cut wants a word of the vocabulary, or at least four small letters, before the capital.
/// </remarks>
internal static class GluedWords
{
    private const int ShortestSmallRun = 4;
    private const int ShortestTail = 6;

    /// <summary>The place of the first cut inside <c>[start, end)</c>; -1 when it is one word.</summary>
    public static int FirstCut(string text, int start, int end, Vocabulary vocabulary)
    {
        for (var i = start + 1; i < end; i++)
        {
            var before = text[i - 1];
            var here = text[i];
            if (char.IsUpper(here) && (char.IsLower(before) || char.IsAsciiDigit(before)))
            {
                if (SplitsBeforeCapital(text, start, i, vocabulary)) return i;
            }
            else if (char.IsLower(here) && char.IsUpper(before) && i - start >= 2 && char.IsUpper(text[i - 2]))
            {
                // "ASDonald": a known abbreviation before a capitalised word.
                if (i - 1 - start >= 2 && end - i >= 3 && vocabulary.Find(text.AsSpan(start, i - 1 - start)) >= 0
                    && vocabulary.Find(text.AsSpan(i - 1, end - i + 1)) >= 0) return i - 1;
                // "CNNdan": small letters after an abbreviation are a word of their own when the vocabulary knows them.
                if (KnownPrefix(text, i, end, vocabulary)) return i;
            }
            else if (char.IsAsciiLetterLower(here) && char.IsAsciiDigit(before))
            {
                if (KnownPrefix(text, i, end, vocabulary)) return i;
            }
        }

        return char.IsUpper(text[start]) ? VerbTail(text, start, end, vocabulary) : -1;
    }

    private static bool SplitsBeforeCapital(string text, int start, int cut, Vocabulary vocabulary)
    {
        var left = text.AsSpan(start, cut - start);
        if (vocabulary.Find(left) >= 0) return left.Length >= 3;
        return left.Length >= ShortestSmallRun && char.IsLower(left[0]) && left.IndexOfAnyInRange('A', 'Z') < 0;
    }

    /// <summary>Whether the letters from <paramref name="start"/> up to the next capital, or to the end, are a known word.</summary>
    private static bool KnownPrefix(string text, int start, int end, Vocabulary vocabulary)
    {
        var stop = start;
        while (stop < end && char.IsLower(text[stop])) stop++;
        return stop - start >= 3 && vocabulary.Find(text.AsSpan(start, stop - start)) >= 0;
    }

    /// <summary>"Linesmengatakan", "Trumpmenyebut": a name with a known verb in me- or di- behind it.</summary>
    private static int VerbTail(string text, int start, int end, Vocabulary vocabulary)
    {
        for (var i = start + 3; i <= end - ShortestTail; i++)
        {
            if (!(text[i] == 'm' && text[i + 1] == 'e') && !(text[i] == 'd' && text[i + 1] == 'i')) continue;
            if (vocabulary.Find(text.AsSpan(i, end - i)) >= 0) return i;
        }

        return -1;
    }
}
