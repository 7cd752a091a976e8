using Konon.Claims;

namespace Konon.Stories.Series;

/// <summary>Makes the points of one series: a value by a source once, with every place where it stands.</summary>
internal static class PointList
{
    /// <summary>The points in order of time, related to each other.</summary>
    public static IReadOnlyList<SeriesPoint> Of(SeriesKey key, List<Sighting> sightings)
    {
        var grows = key.Change == "grows";
        var ordered = sightings
            .OrderBy(sighting => sighting.Time, Moment.InOrder)
            .ThenBy(sighting => !sighting.IsFormer)
            .ThenBy(sighting => grows ? sighting.Figure.Value : 0)
            .ThenBy(sighting => sighting.Report.Number)
            .ThenBy(sighting => sighting.Figure.Span.Start)
            .ToList();
        var sources = new SourceKeys(ordered);
        var drafts = new List<PointDraft>();
        var byKey = new Dictionary<(decimal, decimal?, Bound, string?, bool), PointDraft>();
        var byValue = new Dictionary<(decimal, decimal?), PointDraft>();
        foreach (var sighting in ordered)
        {
            var figure = sighting.Figure;
            var source = sources.Of(sighting.Statement);
            if (!sighting.IsFormer || !byValue.TryGetValue((figure.Value, figure.Max), out var draft))
            {
                var id = (figure.Value, figure.Max, figure.Bound, source, IsGiven(sighting.Stance));
                if (!byKey.TryGetValue(id, out draft))
                {
                    byKey.Add(id, draft = new PointDraft(source, sighting));
                    drafts.Add(draft);
                }

                byValue.TryAdd((figure.Value, figure.Max), draft);
            }

            draft.Add(sighting);
        }

        PointRelater.Relate(key, drafts);
        Withdrawals.Mark(drafts);
        Contradictions.Mark(key, drafts);
        for (var i = 0; i < drafts.Count; i++) drafts[i].Number = i + 1;
        return [.. drafts.Select(draft => draft.ToPoint())];
    }

    /// <summary>Whether who speaks so gives the figure: a denied one is not theirs.</summary>
    public static bool IsGiven(Stance stance) => stance is Stance.Asserts or Stance.Confirms;
}
