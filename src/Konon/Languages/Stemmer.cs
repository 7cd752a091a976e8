using System.Collections.Concurrent;

namespace Konon.Languages;

/// <summary>Brings the forms of a word together: mengerahkan, dikerahkan, pengerahan and kerahkan are all "kerah".</summary>
/// <remarks>
/// <para>
/// A stem is made to be compared, not to be read; it is in small letters, and the stem of a stem is itself. The same word gives the
/// same stem on every machine. Thread-safe. A word costs a bounded number of table look-ups; longer than
/// <see cref="LongestWord"/> code units it only loses its capitals. Nothing is allocated for a word whose root a table knows.
/// </para>
/// <para>
/// For Indonesian the order of affixes and the pairs that exclude each other follow the confix stripping of Nazief and Adriani
/// (1996) as Asian described it ("Effective Techniques for Indonesian Text Retrieval", 2007, chapter 4), as an idea: where that
/// strips until a root is found, this tries every allowed way and keeps the best root (<see cref="AffixStemmer"/>).
/// </para>
/// </remarks>
public abstract class Stemmer
{
    /// <summary>Longer words, in UTF-16 code units, are no words of a language.</summary>
    public const int LongestWord = 48;

    private static readonly ConcurrentDictionary<string, Lazy<Stemmer>> Known = new(StringComparer.Ordinal);

    /// <summary>The stemmer of a language; of one that has none, a stemmer that only takes the capitals away.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    public static Stemmer Of(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var known = language is "id" or "ms" ? "id" : language == "en" ? "en" : "";
        return Known.GetOrAdd(known, static code => new Lazy<Stemmer>(() => code switch
        {
            "id" => new AffixStemmer(code),
            "en" => new SuffixStemmer(),
            _ => new CaseStemmer(),
        })).Value;
    }

    /// <summary>The stem of a word.</summary>
    /// <param name="word">One word, in any case, with the hyphens inside it; anything else is its own stem.</param>
    public string Stem(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return "";
        if (word.Length > LongestWord) return word.ToString().ToLowerInvariant();
        Span<char> lower = stackalloc char[LongestWord];
        word.ToLowerInvariant(lower);
        return StemLower(lower[..word.Length]);
    }

    /// <summary>The stem of a word in small letters, of at most <see cref="LongestWord"/> code units.</summary>
    private protected abstract string StemLower(ReadOnlySpan<char> word);

    private sealed class CaseStemmer : Stemmer
    {
        private protected override string StemLower(ReadOnlySpan<char> word) => word.ToString();
    }
}
