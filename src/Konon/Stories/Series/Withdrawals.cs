namespace Konon.Stories.Series;

/// <summary>Marks the values that their own source, or the report that gave them, has taken back; they stay where they are.</summary>
internal static class Withdrawals
{
    /// <summary>Marks the points of one series.</summary>
    public static void Mark(IReadOnlyList<PointDraft> drafts)
    {
        var byValue = drafts.ToLookup(draft => draft.Figure.Value);
        var correcting = drafts.SelectMany(draft => draft.Sightings.Where(sighting => sighting.Corrects).Select(by => (By: by, Draft: draft))).ToList();
        // "bukan 10, melainkan 8": the words name the old value themselves.
        var withOld = correcting.Where(pair => pair.By.IsTakenBack).Select(pair => (pair.By.Report, pair.By.Sentence)).ToHashSet();
        foreach (var (by, draft) in correcting)
        {
            if (by.IsTakenBack) TakeBack(byValue[by.Figure.Value], by);
            else if (withOld.Add((by.Report, by.Sentence))) TakeBack(Before(drafts, draft, by), by);
        }
    }

    // "diralat menjadi 8": the value that the same source gave last, else the last of all.
    private static IEnumerable<PointDraft> Before(IReadOnlyList<PointDraft> drafts, PointDraft corrected, Sighting by)
    {
        var earlier = drafts.TakeWhile(draft => draft != corrected).Where(draft => draft.Stands && !draft.IsSameValue(corrected)).ToList();
        var own = earlier.LastOrDefault(draft => draft.Source == corrected.Source) ?? earlier.LastOrDefault(draft => !draft.IsNamed);
        if (own is null && by.Statement is null) own = earlier.LastOrDefault();
        return own is null ? [] : earlier.Where(draft => draft.IsSameValue(own) && (draft.Source == own.Source || !draft.IsNamed));
    }

    private static void TakeBack(IEnumerable<PointDraft> points, Sighting by)
    {
        foreach (var point in points)
        {
            // What appears first after the correction is not taken back by it, but a copy of what was.
            if (Moment.InOrder.Compare(by.Time, point.FirstTime) < 0) continue;
            point.WithdrawnBy ??= by;
        }
    }
}
