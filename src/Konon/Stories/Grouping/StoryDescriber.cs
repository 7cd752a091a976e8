using Konon.Languages;
using Konon.Text;

namespace Konon.Stories.Grouping;

/// <summary>Describes a story by its articles' own words.</summary>
public static class StoryDescriber
{
    private const int MostLabels = 8;

    // Of a story of thousands the earliest and the latest tell what it is; all of them would not tell it better.
    private const int MostTitles = 400;

    // A headline of fewer words leaves out what happened, one of more is a sentence of the text.
    private const int FewestWords = 5;
    private const int MostWords = 14;

    private const double OddShape = 0.6;
    private const double OddLength = 0.8;

    /// <summary>Describes a story; a function of the set of its articles.</summary>
    /// <param name="articles">Its articles; at least one.</param>
    /// <exception cref="ArgumentException">There are no articles.</exception>
    public static StoryDescription Describe(IReadOnlyList<ArticleSketch> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count == 0) throw new ArgumentException("A story has at least one article.", nameof(articles));
        ArticleSketch[] ordered = [.. articles.OrderBy(article => article.Minute ?? LogEntry.Undated).ThenBy(article => article.Key, StringComparer.Ordinal)];
        var named = NamedBy(ordered);
        var times = ordered.Where(article => article.Time is not null).Select(article => article.Time).ToList();
        return new StoryDescription
        {
            Name = named.Title is { } title ? OneLine(title) : ordered[0].Key,
            NamedBy = named.Key,
            From = times.Count > 0 ? times[0] : null,
            To = times.Count > 0 ? times[^1] : null,
            Places = MostNamed(ordered.SelectMany(article => article.Places)),
            Parties = MostNamed(ordered.SelectMany(article => article.Parties)),
        };
    }

    private static ArticleSketch NamedBy(ArticleSketch[] ordered)
    {
        var weights = Weights(ordered);
        var best = ordered[0];
        var bestScore = -1.0;
        foreach (var article in Sample(ordered))
        {
            if (article.Title is null) continue;
            var score = Score(article, weights);
            if (score > bestScore) (best, bestScore) = (article, score);
        }

        return best;
    }

    private static ArticleSketch[] Sample(ArticleSketch[] ordered) =>
        ordered.Length <= MostTitles ? ordered : [.. ordered.Take(MostTitles / 2), .. ordered.TakeLast(MostTitles / 2)];

    private static Dictionary<uint, double> Weights(ArticleSketch[] ordered)
    {
        var weights = new Dictionary<uint, double>();
        foreach (var article in Sample(ordered))
        {
            foreach (var term in article.Terms) weights[term.Hash] = weights.GetValueOrDefault(term.Hash) + term.Weight;
        }

        return weights;
    }

    /// <summary>How much of what the story tells stands in a headline, per root of its length.</summary>
    private static double Score(ArticleSketch article, Dictionary<uint, double> weights)
    {
        var title = article.Title!;
        var words = 0;
        var sum = 0.0;
        var seen = new HashSet<uint>();
        var reader = TitleTerms.Of(article.Language);
        foreach (var span in new WordScanner(title, new TextSpan(0, title.Length)))
        {
            words++;
            sum += reader.Terms(span.In(title)).Where(seen.Add).Select(term => weights.GetValueOrDefault(term)).DefaultIfEmpty().Max();
        }

        var score = sum / Math.Sqrt(Math.Max(words, FewestWords));
        if (words is < FewestWords or > MostWords) score *= OddLength;
        // A question, a list ("5 …") or a quotation names an article, not an event.
        if (title.Contains('?', StringComparison.Ordinal) || char.IsAsciiDigit(title[0]) || QuoteMarks.IsQuote(title[0])) score *= OddShape;
        return score;
    }

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> MostNamed(IEnumerable<string> labels) =>
    [
        // JAKARTA in a dateline is Jakarta; shown is the spelling that most articles have.
        .. labels.GroupBy(label => label, StringComparer.OrdinalIgnoreCase)
            .Select(same => (Count: same.Count(), Label: same.GroupBy(label => label, StringComparer.Ordinal)
                .OrderByDescending(spelling => spelling.Count()).ThenByDescending(spelling => spelling.Key, StringComparer.Ordinal).First().Key))
            .OrderByDescending(named => named.Count)
            .ThenBy(named => named.Label, StringComparer.Ordinal)
            .Take(MostLabels)
            .Select(named => named.Label),
    ];

    /// <summary>The terms that a word of a headline may stand for: a name, or a word of its language.</summary>
    private sealed class TitleTerms(string salt, Stemmer stemmer)
    {
        public static TitleTerms Of(string language)
        {
            var salt = language == "ms" ? "id" : language;
            return new TitleTerms(salt, Stemmer.Of(salt));
        }

        public IEnumerable<uint> Terms(ReadOnlySpan<char> word) =>
        [
            SketchTerm.HashOf(TermKind.Word, salt, stemmer.Stem(word)),
            SketchTerm.HashOf(TermKind.Name, NameKey.Of(word.ToString())),
        ];
    }
}
