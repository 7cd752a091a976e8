namespace Konon.Articles;

/// <summary>Which capitalised words stand side by side more than once in an article: its names, without knowing them.</summary>
internal sealed class NeighbourWords
{
    // Names come back early; the limit keeps a document of 64 MB from making a table of its own size.
    private const int MaxLength = 400_000;

    private readonly Dictionary<ulong, int> _pairs = [];

    public NeighbourWords(IEnumerable<string> lines)
    {
        var left = MaxLength;
        foreach (var line in lines)
        {
            if (left <= 0) break;
            Add(line.AsSpan(0, Math.Min(line.Length, left)));
            left -= line.Length;
        }
    }

    /// <summary>How often the two stand side by side.</summary>
    public int Count(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => _pairs.GetValueOrDefault(Key(first, second));

    private void Add(ReadOnlySpan<char> line)
    {
        var previous = ReadOnlySpan<char>.Empty;
        foreach (var range in line.Split(' '))
        {
            var word = line[range].Trim("\"“”'’‘().,:;!?-");
            if (word.Length > 0 && char.IsUpper(word[0]))
            {
                if (previous.Length > 0)
                {
                    var key = Key(previous, word);
                    _pairs[key] = _pairs.GetValueOrDefault(key) + 1;
                }

                // A comma or full stop after the word parts it from the next.
                previous = line[range].EndsWith(word, StringComparison.Ordinal) ? word : default;
            }
            else
            {
                previous = default;
            }
        }
    }

    /// <summary>FNV-1a over both words; the same on every machine, which string's own hash is not.</summary>
    private static ulong Key(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in first) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ ' ') * 1099511628211UL;
        foreach (var c in second) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
