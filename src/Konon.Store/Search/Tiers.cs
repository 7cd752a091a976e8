using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>Orders what words joined by OR find: first what holds all of them, then what holds the rarest, and so on.</summary>
/// <remarks>Each tier is a query of its own that excludes those before it, so that none has to be sorted and every page can be reached.</remarks>
internal static class Tiers
{
    // Beyond so many alternatives everything is one tier.
    private const int MostAlternatives = 8;

    // A word with fewer matches is rare, and its matches are counted; of more frequent ones it tells how far back so many reach.
    private const int Sample = 500;

    /// <summary>The alternatives of a query; empty where nothing is joined by OR, or too much.</summary>
    public static IReadOnlyList<SearchNode> AlternativesOf(SearchNode words)
    {
        var any = words as SearchAny ?? (words as SearchAll)?.Parts.OfType<SearchAny>().FirstOrDefault();
        return any is null || any.Parts.Count > MostAlternatives ? [] : any.Parts;
    }

    /// <summary>The alternatives' places, the rarest first.</summary>
    /// <param name="alternatives">The alternatives.</param>
    /// <param name="find">Finds matches of a node, the newest first.</param>
    public static IReadOnlyList<int> Order(IReadOnlyList<SearchNode> alternatives, Func<SearchNode, int, IReadOnlyList<WordHit>> find) =>
    [
        .. alternatives
            .Select((node, place) => (Hits: find(node, Sample), Place: place))
            .OrderBy(found => found.Hits.Count)
            .ThenBy(found => found.Hits.Count == 0 ? "" : found.Hits[^1].Day, StringComparer.Ordinal)
            .ThenBy(found => found.Place)
            .Select(found => found.Place),
    ];

    /// <summary>The query of each tier.</summary>
    public static IReadOnlyList<SearchNode> Of(SearchNode words, IReadOnlyList<int> order)
    {
        var alternatives = AlternativesOf(words);
        if (alternatives.Count == 0) return [words];
        List<SearchNode> ordered = [.. order.Select(place => alternatives[place])];
        var beside = words is SearchAll all ? all.Parts.Where(part => !IsAlternatives(part, alternatives)).ToList() : [];
        var tiers = new List<SearchNode> { new SearchAll([.. ordered.SelectMany(Parts), .. beside]) };
        for (var i = 0; i < ordered.Count; i++)
        {
            SearchNode before = i == 0 ? new SearchAll([.. ordered.Skip(1).SelectMany(Parts)]) : new SearchAny([.. ordered.Take(i)]);
            tiers.Add(new SearchAll([.. Parts(ordered[i]), .. beside, new SearchNone(Single(before))]));
        }

        return tiers;
    }

    private static bool IsAlternatives(SearchNode part, IReadOnlyList<SearchNode> alternatives) =>
        part is SearchAny any && ReferenceEquals(any.Parts, alternatives);

    private static IEnumerable<SearchNode> Parts(SearchNode node) => node is SearchAll all ? all.Parts : [node];

    private static SearchNode Single(SearchNode node) => node switch
    {
        SearchAll { Parts: [var one] } => one,
        SearchAny { Parts: [var one] } => one,
        _ => node,
    };
}
