using System.Collections.Concurrent;
using Konon.Languages;

namespace Konon.Claims;

/// <summary>Everything that the claims stage knows of one language.</summary>
/// <remarks>Built once per language and process; immutable afterwards, so any number of threads may read with it.</remarks>
internal sealed class ClaimLexicon
{
    private static readonly ConcurrentDictionary<string, Lazy<ClaimLexicon>> Known = new(StringComparer.Ordinal);

    // So many words of 64 bits has every vocabulary word: which lists it stands in.
    private const int Width = 3;

    private readonly ulong[] lists;

    private readonly HashSet<int> common = [];

    private ClaimLexicon(string code)
    {
        Language = Language.Create(code);
        Enclitic = LanguageResource.Rows(code, "lists").FirstOrDefault(row => row[1] == "enclitic")?[0] ?? "";
        Traits = new LanguageTraits(code);
        Forms = new VerbForms(code);
        Cues = new CueTable(code, Enclitic, Language.Vocabulary);
        Grammar = new GrammarTable(code, Language.Vocabulary);
        Names = new NameTable(code, Language.Vocabulary, Traits.NamesOf);
        var rows = new List<(int Word, WordList List)>();
        foreach (var row in LanguageResource.Rows(code, "lists"))
            rows.Add((Language.Vocabulary.Add(row[0]), Enum.Parse<WordList>(row[1], ignoreCase: true)));

        foreach (var row in LanguageResource.Rows(code, "common"))
        {
            foreach (var word in row[0].Split(' ')) common.Add(Language.Vocabulary.Add(word));
        }

        // Filled last: by now the vocabulary holds every word.
        lists = new ulong[Language.Vocabulary.Count * Width];
        foreach (var (word, list) in rows) lists[(word * Width) + ((int)list >> 6)] |= 1UL << ((int)list & 63);
    }

    /// <summary>The language, with a vocabulary of its own that holds every word named below.</summary>
    public Language Language { get; }

    /// <summary>The letters that stand for a speaker at a cue's end: <c>nya</c>; empty in a language without.</summary>
    public string Enclitic { get; }

    /// <summary>What holds of the language as a whole.</summary>
    public LanguageTraits Traits { get; }

    /// <summary>What affixes tell of a word's form.</summary>
    public VerbForms Forms { get; }

    /// <summary>Words that attribute.</summary>
    public CueTable Cues { get; }

    /// <summary>Function words.</summary>
    public GrammarTable Grammar { get; }

    /// <summary>Names and the words around them.</summary>
    public NameTable Names { get; }

    /// <summary>The lexicon of a language; null when no folder is there for it.</summary>
    public static ClaimLexicon? Of(string code) =>
        Language.Codes.Contains(code, StringComparer.Ordinal)
            ? Known.GetOrAdd(code, static c => new Lazy<ClaimLexicon>(() => new ClaimLexicon(c))).Value
            : null;

    /// <summary>Whether running text writes the word with a small letter as a rule.</summary>
    public bool IsCommon(int word) => common.Contains(word);

    /// <summary>Whether the word stands in one of the language's short lists.</summary>
    public bool In(WordList list, int word) =>
        word >= 0 && (lists[(word * Width) + ((int)list >> 6)] & (1UL << ((int)list & 63))) != 0;
}
