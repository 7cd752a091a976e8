using Konon.Claims;

namespace Konon.Stories.Series;

/// <summary>Sets side by side what each source of a series said last, where no value fits both and neither succeeds the other.</summary>
internal static class Contradictions
{
    // Who has spoken last; a story with more sources on one figure is not known, and the pairs grow with the square.
    private const int MostSources = 32;

    /// <summary>Marks the points of one series; a later one that was taken for an update and is spoken against again is none.</summary>
    public static void Mark(SeriesKey key, IReadOnlyList<PointDraft> drafts)
    {
        if (!key.IsComplete) return;
        var last = drafts.Where(draft => draft is { IsNamed: true, Stands: true, Figure.Bound: not Bound.Order })
            .Where(draft => draft.Relation != PointRelation.NotComparable)
            .GroupBy(draft => draft.Source!, StringComparer.Ordinal)
            .Select(same => same.OrderBy(draft => draft.LastTime, Moment.InOrder).Last())
            .OrderBy(draft => draft.FirstTime, Moment.InOrder)
            .TakeLast(MostSources)
            .ToList();
        for (var i = 0; i < last.Count; i++)
        {
            for (var k = i + 1; k < last.Count; k++) Mark(key, last[i], last[k]);
        }

        // A report that tells one side's value in its own words has not brought it up to date.
        var against = last.Where(draft => draft.Against.Count > 0).ToLookup(draft => draft.Figure.Value);
        foreach (var told in drafts.Where(draft => draft is { IsNamed: false, Relation: PointRelation.Update, To: not null }))
        {
            if (against[told.Figure.Value].Any(side => side.Against.Exists(other => other.IsSameValue(told.To!))))
                told.Relate(PointRelation.Contradiction, told.To);
        }
    }

    private static void Mark(SeriesKey key, PointDraft earlier, PointDraft later)
    {
        if (!earlier.Interval.IsApartFrom(later.Interval) || PointRelater.IsSucceeded(earlier, later, key)) return;
        if (PointRelater.Between(earlier, later, key) != PointRelation.Contradiction) return;
        earlier.Against.Add(later);
        later.Against.Add(earlier);
        if (later.To is null or { IsNamed: false } || later.To == earlier) later.Relate(PointRelation.Contradiction, earlier);
    }
}
