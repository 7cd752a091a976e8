using Konon.Languages;

namespace Konon.Stories;

/// <summary>What a language's folder knows of matters and of what is counted.</summary>
internal sealed class StoryWords
{
    private const int StateWithin = 3;
    private const int LongestState = 4;
    private static readonly StoryWords Indonesian = new("id");
    private static readonly StoryWords English = new("en");

    private readonly HashSet<string> _common = new(StringComparer.Ordinal);
    private readonly HashSet<string> _objects = new(StringComparer.Ordinal);
    private readonly Stemmer _stemmer;
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountedWord> _counted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private StoryWords(string language)
    {
        _stemmer = Stemmer.Of(language);
        foreach (var row in LanguageResource.Rows(language, "state-names"))
        {
            var name = row[1].ToLowerInvariant();
            _states[name] = row[0];
            // Everything in a story of three states names them: such words do not show that two statements are about one thing.
            foreach (var word in name.Split(' ')) _common.Add(word);
        }

        foreach (var row in LanguageResource.Rows(language, "matter")) AddMatter(row[0], row[1]);
        foreach (var row in LanguageResource.Rows(language, "counted"))
        {
            if (row[1] == "head") HeadComesFirst = row[0] == "first";
            else AddCounted(row);
        }
    }

    /// <summary>Whether the first word of a noun phrase is its head ("tentara Korea"), or the last ("Korean soldiers").</summary>
    public bool HeadComesFirst { get; }

    /// <summary>The knowledge of one language; of an unknown one the English, whose rules do least.</summary>
    public static StoryWords Of(string language) => language == "id" ? Indonesian : English;

    /// <summary>Whether the word is too frequent to show that two statements are about one thing.</summary>
    public bool IsCommon(string word) => _common.Contains(word);

    /// <summary>Whether the word stands for something told before: "laporan", "klaim".</summary>
    public bool IsObject(string word) => _objects.Contains(word);

    /// <summary>What a word of a counted phrase is, and what it is filed under; null for a word without an entry.</summary>
    public CountedWord? Counted(string word) => _counted.GetValueOrDefault(word);

    /// <summary>What this language calls what is filed under a word; the word itself when it has no name for it.</summary>
    public string NameOf(string filedUnder) => _names.GetValueOrDefault(filedUnder, filedUnder);

    /// <summary>The state whose name stands beside the head of a phrase, at most one word away; null when none does.</summary>
    /// <remarks>"pasukan khusus Korea Utara" are North Korea's; in "pasukan khusus bantu Rusia" Russia is somebody else.</remarks>
    public string? StateIn(string phrase)
    {
        var words = phrase.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < Math.Min(words.Length, StateWithin); start++)
        {
            for (var count = Math.Min(LongestState, words.Length - start); count > 0; count--)
            {
                if (_states.TryGetValue(string.Join(' ', words, start, count), out var state)) return state;
            }
        }

        return null;
    }

    /// <summary>What words of one root share: affixes off, synonyms brought together.</summary>
    public string Stem(string word)
    {
        if (_counted.TryGetValue(word, out var counted) && counted.Kind is "noun" or "member") return counted!.FiledUnder;
        if (char.IsDigit(word[0])) return word;
        return _stemmer.Stem(word);
    }

    private void AddCounted(string[] row)
    {
        var word = new CountedWord(row[1], row.Length > 2 ? row[2] : row[0], row.Length > 3 ? row[3] : null);
        _counted[row[0]] = word;
        _names.TryAdd(word.FiledUnder, row[0]);
    }

    private void AddMatter(string word, string kind)
    {
        switch (kind)
        {
            case "common": _common.Add(word); break;
            case "object": _objects.Add(word); break;
            default: throw new InvalidDataException($"matter: {word}: no such kind: {kind}");
        }
    }
}
