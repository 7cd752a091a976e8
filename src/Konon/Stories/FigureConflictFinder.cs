using Konon.Claims;

namespace Konon.Stories;

/// <summary>Finds figures on one thing by different speakers that have no value in common.</summary>
/// <remarks>
/// Only figures of one scope are compared, and of each party only what it said last: an update is no contradiction.
/// Whether the other side spoke of the same day is left to the reader, who sees both days.
/// </remarks>
internal static class FigureConflictFinder
{
    public static IReadOnlyList<FigureConflict> Of(IReadOnlyList<FigureGroup> groups)
    {
        var conflicts = new List<FigureConflict>();
        foreach (var group in groups)
        {
            if (!group.Entries[0].Mentions[0].Key.Comparable) continue;
            foreach (var scope in group.Entries.Where(IsGiven).GroupBy(entry => entry.Figure.Scope, StringComparer.OrdinalIgnoreCase))
            {
                var sides = Apart([.. LastOfEach(scope)]);
                if (sides.Count > 1) conflicts.Add(new FigureConflict(group, sides));
            }
        }

        return conflicts;
    }

    // An order of magnitude is too vague to stand against anything. Hearsay is nobody's, so that nothing stands against anybody in it.
    private static bool IsGiven(FigureEntry entry) =>
        entry is { Stance: Stance.Asserts or Stance.Confirms, Figure.Bound: not Bound.Order } && !entry.IsBesideLarger && entry.First.Side is not null;

    private static IEnumerable<FigureEntry> LastOfEach(IEnumerable<FigureEntry> entries)
    {
        var all = entries.ToList();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            var by = all[i].First.Side!;
            if (!last.TryGetValue(by, out var known) || all[i].First.Place >= all[known].First.Place) last[by] = i;
        }

        return last.Values.Order().Select(i => all[i]);
    }

    // Every figure that is apart from another one. By the ends alone, so that it stays linear but for the sorting.
    private static List<FigureEntry> Apart(List<FigureEntry> entries)
    {
        if (entries.Count < 2) return [];
        var intervals = entries.ConvertAll(entry => Interval.Of(entry.Figure));
        var highestLow = intervals.Max(interval => interval.Low ?? decimal.MinValue);
        var lowestHigh = intervals.Min(interval => interval.High ?? decimal.MaxValue);
        return [.. entries.Where((_, i) => intervals[i].High < highestLow || lowestHigh < intervals[i].Low)];
    }
}
