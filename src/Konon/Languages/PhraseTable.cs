using Konon.Text;

namespace Konon.Languages;

/// <summary>Phrases of one or more words, each with a value; the longest that stands at a token is found.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class PhraseTable<T>
{
    // A longer run of capitals is a name in capitals, not an abbreviation.
    private const int LongestAbbreviation = 6;

    private readonly Dictionary<int, List<(int[] Words, bool InCapitals, T Value)>> byFirst = [];
    private readonly Vocabulary vocabulary;

    public PhraseTable(Vocabulary vocabulary) => this.vocabulary = vocabulary;

    /// <summary>Adds a phrase; words are separated by blanks. The first row of a phrase wins.</summary>
    public void Add(string phrase, T value)
    {
        var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++) words[i] = vocabulary.Add(parts[i]);
        if (words.Length == 0) return;
        if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
        // "KIM" is a body, "Kim" a person; "ANTARA" and "Antara", where a table has both, are one.
        var inCapitals = phrase.Length is > 1 and <= LongestAbbreviation && !phrase.AsSpan().ContainsAnyExceptInRange('A', 'Z');
        for (var i = 0; i < list.Count; i++)
        {
            if (!list[i].Words.AsSpan().SequenceEqual(words)) continue;
            list[i] = list[i] with { InCapitals = list[i].InCapitals && inCapitals };
            return;
        }

        var at = list.FindIndex(entry => entry.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, (words, inCapitals, value));
    }

    /// <summary>The longest phrase that starts at <paramref name="at"/> and ends before <paramref name="end"/>.</summary>
    /// <returns>How many tokens it takes; 0 when none stands there.</returns>
    public int Match(Token[] tokens, int at, int end, out T value)
    {
        WorkMeter.Step();
        value = default!;
        if (at >= end || tokens[at].Word < 0 || !byFirst.TryGetValue(tokens[at].Word, out var list)) return 0;
        foreach (var (words, inCapitals, meaning) in list)
        {
            if (at + words.Length > end || (inCapitals && !tokens[at].IsAllCaps)) continue;
            var same = true;
            for (var i = 1; i < words.Length && same; i++) same = tokens[at + i].Word == words[i];
            if (!same) continue;
            value = meaning;
            return words.Length;
        }

        return 0;
    }
}
