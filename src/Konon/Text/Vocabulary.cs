namespace Konon.Text;

/// <summary>The words that a language's tables name, each with a number, found without copying them out of a text.</summary>
/// <remarks>Words are kept in lower case (invariant). Filled while the tables are read, then only read: thread-safe.</remarks>
internal sealed class Vocabulary
{
    // A longer word is in no table; the bound keeps the buffer below on the stack.
    private const int LongestWord = 48;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> words = [];
    private readonly HashSet<int> prefixes = [];

    public Vocabulary() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words it holds; numbers run from 0 to one less.</summary>
    public int Count => words.Count;

    /// <summary>The word of a number, in lower case.</summary>
    public string this[int number] => words[number];

    /// <summary>The number of a word, which is added when new.</summary>
    public int Add(string word)
    {
        var lower = word.ToLowerInvariant();
        if (numbers.TryGetValue(lower, out var number)) return number;
        number = words.Count;
        numbers.Add(lower, number);
        words.Add(lower);
        return number;
    }

    /// <summary>Notes that digits may be glued to the word ("Rp35") and are a number of their own.</summary>
    public void MarkPrefix(int number) => prefixes.Add(number);

    /// <summary>Whether digits glued to the word are a number of their own.</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => Find(word) is >= 0 and var number && prefixes.Contains(number);

    /// <summary>The number of a word in any case; -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord) return -1;
        Span<char> lower = stackalloc char[LongestWord];
        var length = word.ToLowerInvariant(lower);
        return bySpan.TryGetValue(lower[..length], out var number) ? number : -1;
    }
}
