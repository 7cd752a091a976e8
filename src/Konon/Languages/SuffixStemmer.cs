using System.Buffers;

namespace Konon.Languages;

/// <summary>Strips the endings of English words: plurals, -ed, -ing, -ly and the commonest that make nouns.</summary>
/// <remarks>
/// A light version of the idea behind Porter's algorithm ("An algorithm for suffix stripping", 1980), in rules of its own: the
/// longest ending that leaves a syllable of three letters comes off, again until none does, so that the stem of a stem is itself.
/// </remarks>
internal sealed class SuffixStemmer : Stemmer
{
    private const int LeastStem = 3;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    // Ending, what stands in its place; longest first.
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ization", "ize"), ("isation", "ize"), ("fulness", ""), ("iveness", ""), ("ements", ""), ("ations", ""), ("ement", ""), ("ation", ""),
        ("ments", ""), ("ities", ""), ("ising", "ize"), ("ment", ""), ("ness", ""), ("ings", ""), ("ions", ""), ("ised", "ize"), ("ises", "ize"),
        ("ise", "ize"), ("sses", "ss"), ("'s", ""), ("’s", ""), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ion", ""), ("ers", ""), ("ity", ""), ("ed", ""), ("es", ""),
        ("er", ""), ("ly", ""), ("s", ""), ("e", ""), ("y", "i"),
    ];

    private protected override string StemLower(ReadOnlySpan<char> word)
    {
        Span<char> stem = stackalloc char[LongestWord];
        word.CopyTo(stem);
        var length = word.Length;
        while (Shorten(stem, ref length))
        {
        }

        return stem[..length].ToString();
    }

    private static bool Shorten(Span<char> stem, ref int length)
    {
        var word = (ReadOnlySpan<char>)stem[..length];
        foreach (var (ending, instead) in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var left = length - ending.Length;
            if (left < LeastStem || !HasVowel(word[..left])) continue;
            if (ending == "s" && word[left - 1] is 's' or 'u' or 'i') continue;
            instead.CopyTo(stem[left..]);
            length = left + instead.Length;
            // "stopped", "running": the doubled letter was put in for the ending.
            if (ending is "ed" or "ing" or "er" or "ers" or "ings" && length > LeastStem && stem[length - 1] == stem[length - 2] && stem[length - 1] is not ('l' or 's' or 'z' or 'e' or 'o'))
                length--;
            return true;
        }

        return false;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);
}
