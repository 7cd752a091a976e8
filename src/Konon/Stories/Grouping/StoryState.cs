namespace Konon.Stories.Grouping;

/// <summary>What a story is like after one of its articles: the sum of their terms, cut to the heaviest. Immutable.</summary>
/// <remarks>Immutable so that going back in time is putting an older one in its place.</remarks>
internal sealed class StoryState
{
    private readonly uint[] _terms;
    private readonly float[] _weights;
    private readonly float _length;
    private readonly float _sharedLength;

    private StoryState(uint[] terms, float[] weights, LogEntry last, int count, LanguageSet languages, int indexed)
    {
        (_terms, _weights, Last, Count, Languages) = (terms, weights, last, count, languages);
        var (all, shared) = (0f, 0f);
        for (var i = 0; i < terms.Length; i++)
        {
            var square = weights[i] * weights[i];
            all += square;
            if (SketchTerm.IsShared(terms[i])) shared += square;
        }

        (_length, _sharedLength) = (MathF.Sqrt(all), MathF.Sqrt(shared));
        Indexed = TermCut.Heaviest(terms, weights, indexed);
    }

    /// <summary>Its latest article.</summary>
    public LogEntry Last { get; }

    /// <summary>How many articles it has.</summary>
    public int Count { get; }

    /// <summary>The languages of its articles.</summary>
    public LanguageSet Languages { get; }

    /// <summary>The terms by which it can be found, by hash.</summary>
    public uint[] Indexed { get; }

    /// <summary>The story of one article.</summary>
    public static StoryState Open(LogEntry entry, GroupingOptions options)
    {
        var terms = entry.Sketch!.Terms;
        var hashes = new uint[terms.Length];
        var weights = new float[terms.Length];
        for (var i = 0; i < terms.Length; i++) (hashes[i], weights[i]) = (terms[i].Hash, terms[i].Weight);
        (hashes, weights) = TermCut.Cut(hashes, weights, options.CentroidTerms);
        return new StoryState(hashes, weights, entry, 1, LanguageSets.Of(entry.Sketch!.Language), options.IndexedTerms);
    }

    /// <summary>The story with one article more, which comes after all of its own.</summary>
    public StoryState With(LogEntry entry, GroupingOptions options)
    {
        var added = entry.Sketch!.Terms;
        var most = _terms.Length + added.Length;
        Span<uint> sum = most <= TermCut.Usual ? stackalloc uint[most] : new uint[most];
        Span<float> sumWeights = most <= TermCut.Usual ? stackalloc float[most] : new float[most];
        var count = Sum(added, sum, sumWeights);
        var (hashes, weights) = TermCut.Cut(sum[..count], sumWeights[..count], options.CentroidTerms);
        var languages = Languages | LanguageSets.Of(entry.Sketch!.Language);
        return new StoryState(hashes, weights, entry, Count + 1, languages, options.IndexedTerms);
    }

    /// <summary>How much the terms of an article and the story's point in one direction (cosine), 0 to 1.</summary>
    /// <param name="article">The article's terms.</param>
    /// <param name="sharedOnly">Whether only what all languages share is compared: names and numbers.</param>
    public Likeness Compare(ReadOnlySpan<SketchTerm> article, bool sharedOnly)
    {
        var (dot, square, terms, names) = (0f, 0f, 0, 0);
        var at = 0;
        foreach (var term in article)
        {
            if (sharedOnly && !SketchTerm.IsShared(term.Hash)) continue;
            float weight = term.Weight;
            square += weight * weight;
            while (at < _terms.Length && _terms[at] < term.Hash) at++;
            if (at == _terms.Length || _terms[at] != term.Hash) continue;
            dot += weight * _weights[at];
            terms++;
            if (SketchTerm.IsShared(term.Hash)) names++;
        }

        var length = MathF.Sqrt(square) * (sharedOnly ? _sharedLength : _length);
        return new Likeness(length > 0 ? dot / length : 0, terms, names);
    }

    private int Sum(ReadOnlySpan<SketchTerm> added, Span<uint> hashes, Span<float> weights)
    {
        var (one, other, count) = (0, 0, 0);
        while (one < _terms.Length || other < added.Length)
        {
            var fromOne = other == added.Length || (one < _terms.Length && _terms[one] <= added[other].Hash);
            var fromOther = one == _terms.Length || (other < added.Length && added[other].Hash <= _terms[one]);
            hashes[count] = fromOne ? _terms[one] : added[other].Hash;
            weights[count++] = (fromOne ? _weights[one++] : 0) + (fromOther ? added[other++].Weight : 0);
        }

        return count;
    }
}

/// <summary>How like each other an article and a story are.</summary>
/// <param name="Cosine">Of their terms, 0 to 1.</param>
/// <param name="Terms">How many terms both have.</param>
/// <param name="Names">How many names and numbers both have.</param>
internal readonly record struct Likeness(float Cosine, int Terms, int Names);
