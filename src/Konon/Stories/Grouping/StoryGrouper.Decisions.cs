namespace Konon.Stories.Grouping;

/// <content>
/// People's decisions: what is split off opens a story in the pass that no other article finds, or its likes would follow it; what splits and
/// merges bring together is joined after the pass.
/// </content>
public sealed partial class StoryGrouper
{
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    // The split that holds for an article, by key: its last one.
    private Dictionary<string, StoryDecision> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveStory> _fixedStories = new(StringComparer.Ordinal);
    private IReadOnlyList<StoryDecision> _decisions = [];
    private bool _tellAll;

    /// <summary>Puts these decisions in the place of all before; <see cref="Settle"/> lets them take effect.</summary>
    /// <param name="decisions">Those that hold, in any order; one that was undone is left out.</param>
    /// <returns>
    /// <see cref="GroupingOutcome.TooLate"/>, with nothing changed, when one that is new names an article that is not held, and some are held
    /// no more.
    /// </returns>
    /// <exception cref="ArgumentException">Two decisions have one order.</exception>
    public GroupingOutcome Decide(IEnumerable<StoryDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        StoryDecision[] ordered = [.. decisions.OrderBy(decision => decision.Order)];
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Order == ordered[i - 1].Order) throw new ArgumentException($"Two decisions have the order {ordered[i].Order}.", nameof(decisions));
        }

        if (_final is not null && ordered.SelectMany(decision => decision.Articles).Any(IsOutOfReach)) return GroupingOutcome.TooLate;
        var apart = SplitsOf(ordered);
        RewindToFirstDifference(_apart, apart);
        (_decisions, _apart, _tellAll) = (ordered, apart, true);
        _named.Clear();
        _named.UnionWith(ordered.SelectMany(decision => decision.Articles));
        return GroupingOutcome.Taken;
    }

    private bool IsOutOfReach(string article) => !_byKey.ContainsKey(article) && !_named.Contains(article);

    private static Dictionary<string, StoryDecision> SplitsOf(IEnumerable<StoryDecision> ordered)
    {
        var splits = new Dictionary<string, StoryDecision>(StringComparer.Ordinal);
        foreach (var decision in ordered.Where(decision => decision.Kind == StoryDecisionKind.Split))
        {
            foreach (var article in decision.Articles) splits[article] = decision;
        }

        return splits;
    }

    private void RewindToFirstDifference(Dictionary<string, StoryDecision> before, Dictionary<string, StoryDecision> after)
    {
        var first = _done;
        foreach (var article in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var isSame = before.TryGetValue(article, out var one) && after.TryGetValue(article, out var other) && one.Order == other.Order;
            if (isSame || !_byKey.TryGetValue(article, out var entry) || entry.Story is null) continue;
            first = Math.Min(first, _log.BinarySearch(0, _done, entry, LogOrder.By));
        }

        Rewind(first);
    }

    /// <summary>For each story that a decision merged the earliest of those that it is one with.</summary>
    private Dictionary<LiveStory, LiveStory> MergedStories()
    {
        if (_decisions.Count == 0) return [];
        var numbers = new Dictionary<LiveStory, int>();
        var stories = new List<LiveStory>();
        var together = _decisions.Select(StoriesOf).ToList();
        foreach (var story in together.SelectMany(each => each).Distinct().OrderBy(story => story.Root, LogOrder.By))
        {
            numbers.Add(story, stories.Count);
            stories.Add(story);
        }

        var groups = new Groups(stories.Count);
        foreach (var each in together)
        {
            for (var i = 1; i < each.Count; i++) groups.Join(numbers[each[0]], numbers[each[i]]);
        }

        return stories.ToDictionary(story => story, story => stories[groups.Of(numbers[story])]);
    }

    /// <summary>The stories that a decision makes one: of each article named that no later split took away.</summary>
    private List<LiveStory> StoriesOf(StoryDecision decision) =>
    [
        .. decision.Articles
            .Where(article => !_apart.TryGetValue(article, out var split) || split.Order <= decision.Order)
            .Select(article => _byKey.TryGetValue(article, out var entry) ? entry.Story : _fixedStories.GetValueOrDefault(article))
            .OfType<LiveStory>()
            .Distinct(),
    ];
}
