using Konon.Languages;

namespace Konon.Stories.Series;

/// <summary>What a language's folder knows of the words that stand beside figures.</summary>
internal sealed class SeriesWords
{
    private const int LongestPhrase = 4;
    // What binds a sentence together, single words; one of these may be a phrase of another kind, too.
    private static readonly string[] Bonds = ["join", "meanwhile", "of", "from", "to", "lead", "not", "in", "lists", "relative", "body"];
    private static readonly SeriesWords Indonesian = new("id");
    private static readonly SeriesWords English = new("en");

    private readonly Dictionary<string, (string Kind, string Value)> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<(string Kind, string Word)> _bonds = [];

    private readonly HashSet<string> _against;

    private SeriesWords(string language)
    {
        Counted = StoryWords.Of(language);
        _against = LanguageResource.Rows(language, "cues").Where(row => row[2] is "denies" or "doubts").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in LanguageResource.Rows(language, "series"))
        {
            if (Array.IndexOf(Bonds, row[1]) >= 0) _bonds.Add((row[1], row[0]));
            else _phrases.TryAdd(row[0], (row[1], row.Length > 2 ? row[2] : ""));
        }
    }

    /// <summary>What is counted.</summary>
    public StoryWords Counted { get; }

    /// <summary>The words of one language; of an unknown one the English.</summary>
    public static SeriesWords Of(string language) => language is "id" or "ms" ? Indonesian : English;

    /// <summary>Whether a word binds the sentence in that way: join, of, from, to …</summary>
    public bool Is(string kind, SentenceWord word) => _bonds.Contains((kind, word.Folded));

    /// <summary>Whether a word denies or doubts what follows it.</summary>
    /// <param name="folded">The word in small letters.</param>
    public bool IsAgainst(string folded) => _against.Contains(folded);

    /// <summary>The longest phrase that starts at a word.</summary>
    /// <returns>How many words it has; 0 for none.</returns>
    public int PhraseAt(IReadOnlyList<SentenceWord> words, int at, int end, out string kind, out string value)
    {
        for (var count = Math.Min(LongestPhrase, end - at); count > 0; count--)
        {
            if (!_phrases.TryGetValue(Join(words, at, count), out var found)) continue;
            (kind, value) = found;
            return count;
        }

        (kind, value) = ("", "");
        return 0;
    }

    /// <summary>The longest row of what is counted that starts at a word; null for none.</summary>
    public CountedWord? CountedAt(IReadOnlyList<SentenceWord> words, int at, int end, out int count)
    {
        for (count = Math.Min(LongestPhrase, end - at); count > 0; count--)
        {
            if (Counted.Counted(Join(words, at, count)) is { } found) return found;
        }

        return null;
    }

    private static string Join(IReadOnlyList<SentenceWord> words, int at, int count) =>
        count == 1 ? words[at].Folded : string.Join(' ', words.Skip(at).Take(count).Select(word => word.Folded));
}
