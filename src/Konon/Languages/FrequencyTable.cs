using System.Collections.Concurrent;
using System.Globalization;

namespace Konon.Languages;

/// <summary>How frequent words are in news, in classes of halves, out of <c>frequency.txt</c>.</summary>
/// <remarks>
/// A word of class n stands in about one article of 2^n. The table ships with the language, so that the weight of a word is
/// the same whichever articles were read before. Immutable and thread-safe; a look-up allocates nothing but what the stemmer does.
/// </remarks>
internal sealed class FrequencyTable
{
    /// <summary>The class of a word that no row has.</summary>
    public const int Rare = 10;

    // A language without a table: its short words are its frequent ones, near enough (Zipf, "Human Behavior", 1949).
    private const int ShortWord = 2;
    private const int PerLetter = 2;

    private static readonly ConcurrentDictionary<string, Lazy<FrequencyTable>> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> namesBySpan;

    private FrequencyTable(string language)
    {
        var stemmer = Stemmer.Of(language);
        namesBySpan = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in LanguageResource.Rows(language, "frequency"))
        {
            var rank = int.Parse(row[1], CultureInfo.InvariantCulture);
            var (table, stemmed) = row[0] switch
            {
                "word" => (words, true),
                "name" => (names, false),
                _ => throw new InvalidDataException($"frequency: {row[0]}: no such kind"),
            };
            foreach (var word in row[2].Split(' ')) Add(table, stemmed ? stemmer.Stem(word) : word, rank);
        }
    }

    /// <summary>The table of a language; of one that has none, one that goes by the length of words.</summary>
    public static FrequencyTable Of(string language) =>
        Known.GetOrAdd(language, static code => new Lazy<FrequencyTable>(() => new FrequencyTable(code))).Value;

    /// <summary>The class of a word by its stem, 0 to <see cref="Rare"/>.</summary>
    public int OfStem(string stem)
    {
        if (words.Count == 0) return Math.Clamp((stem.Length - ShortWord) * PerLetter, 0, Rare);
        return words.GetValueOrDefault(stem, Rare);
    }

    /// <summary>The class of a name that stands with a capital, 0 to <see cref="Rare"/>.</summary>
    public int OfName(ReadOnlySpan<char> name) => namesBySpan.TryGetValue(name, out var rank) ? rank : Rare;

    private static void Add(Dictionary<string, int> table, string word, int rank) =>
        table[word] = table.TryGetValue(word, out var known) ? Math.Min(known, rank) : rank;
}
