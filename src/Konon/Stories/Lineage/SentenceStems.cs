using Konon.Languages;

namespace Konon.Stories.Lineage;

/// <summary>A text's sentences as sets of stems: what a reworded sentence keeps when its order and its endings change.</summary>
/// <remarks>
/// Only content words of the narrative count: two reporters at one fire share its names and numbers, not their verbs.
/// </remarks>
internal sealed class SentenceStems
{
    // A sentence with fewer content words says too little to be known again.
    private const int FewestStems = 4;

    private readonly IReadOnlySet<ulong>? _common;
    private readonly Dictionary<ulong, List<int>> _bearers = [];
    private readonly List<ulong[]> _stems = [];
    private readonly List<(int First, int End)> _ranges = [];

    /// <summary>The sentences of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="common">Stems that are not counted.</param>
    public SentenceStems(ReportText text, IReadOnlySet<ulong>? common)
    {
        _common = common;
        var stemmer = Stemmer.Of(text.Reading.Article.Language);
        var words = text.Words;
        var first = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && !EndsSentence(text.Text, words[i].End, words[i + 1].Start)) continue;
            Add(text, stemmer, first, i + 1);
            first = i + 1;
        }
    }

    /// <summary>How many sentences there are that can be known again.</summary>
    public int Count => _stems.Count;

    /// <summary>How many stems they have together.</summary>
    public int Total { get; private set; }

    /// <summary>The different stems of a sentence.</summary>
    public ReadOnlySpan<ulong> this[int sentence] => _stems[sentence];

    /// <summary>The stems of all sentences.</summary>
    public IEnumerable<ulong> All => _bearers.Keys;

    /// <summary>The first word of a sentence and the one behind its last.</summary>
    public (int First, int End) Range(int sentence) => _ranges[sentence];

    /// <summary>The sentence that shares most stems with <paramref name="stems"/>; -1 when none shares any.</summary>
    public int Best(ReadOnlySpan<ulong> stems, out int shared)
    {
        Span<int> votes = _stems.Count <= 256 ? stackalloc int[_stems.Count] : new int[_stems.Count];
        votes.Clear();
        var best = -1;
        shared = 0;
        foreach (var stem in stems)
        {
            if (!_bearers.TryGetValue(stem, out var sentences)) continue;
            foreach (var sentence in sentences)
            {
                if (++votes[sentence] <= shared) continue;
                (best, shared) = (sentence, votes[sentence]);
            }
        }

        return best;
    }

    private void Add(ReportText text, Stemmer stemmer, int first, int end)
    {
        var stems = new List<ulong>();
        for (var i = first; i < end; i++)
        {
            if (text.Kinds[i] != TextKind.Narrative || !text.IsContent(i)) continue;
            var stem = WordHash.Of(stemmer.Stem(text.Words[i].In(text.Text)));
            if (_common?.Contains(stem) != true && !stems.Contains(stem) && stems.Count < MostStems) stems.Add(stem);
        }

        if (stems.Count < FewestStems) return;
        foreach (var stem in stems)
        {
            if (!_bearers.TryGetValue(stem, out var sentences)) _bearers.Add(stem, sentences = []);
            if (sentences.Count < MostBearers) sentences.Add(_stems.Count);
        }

        _stems.Add([.. stems]);
        _ranges.Add((first, end));
        Total += stems.Count;
    }

    // A text of one endless sentence, or of one sentence a thousand times, costs no more than its length.
    private const int MostStems = 64;
    private const int MostBearers = 32;

    private static bool EndsSentence(string text, int end, int next)
    {
        for (var i = end; i < next; i++)
        {
            if (text[i] is '\n' or '!' or '?') return true;
            if (text[i] == '.' && i + 1 < text.Length && !char.IsLetterOrDigit(text[i + 1])) return true;
        }

        return false;
    }
}
