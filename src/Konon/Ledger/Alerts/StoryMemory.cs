using Konon.Ledger.Revisions;
using Konon.Stories;

namespace Konon.Ledger.Alerts;

/// <summary>A story as it was at the last look, to know again what it said then.</summary>
internal sealed class StoryMemory
{
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> _stated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> _against = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<HashSet<string>>> _sources = [];

    public StoryMemory(Story story)
    {
        for (var i = 0; i < story.Figures.Count; i++) Remember(story.Figures[i], i);
        foreach (var conflict in story.FigureConflicts) Remember(conflict, Place(story, conflict));
        for (var i = 0; i < story.MatterConflicts.Count; i++)
        {
            Remember(_stated, story.MatterConflicts[i].Stated.SelectMany(EventKeys.Of), i);
            Remember(_against, story.MatterConflicts[i].Against.SelectMany(EventKeys.Of), i);
        }

        foreach (var position in story.Positions)
        {
            foreach (var change in position.Changes) _changes.UnionWith(Keys(position.Party, change));
        }

        foreach (var report in story.Reports) _notes.UnionWith(CorrectionNotes.Find(report.Article).Select(note => Key(report, note)));
    }

    /// <summary>Whether the value was told.</summary>
    public bool Knows(Stories.Series.FigureSeries series, Stories.Series.SeriesPoint point) =>
        EventKeys.Of(series, point).Any(_series.ContainsKey);

    /// <summary>Whether it was taken back.</summary>
    public bool KnowsWithdrawn(Stories.Series.FigureSeries series, Stories.Series.SeriesPoint point) =>
        EventKeys.Of(series, point).Any(_withdrawn.Contains);

    /// <summary>Whether the party had come to say so.</summary>
    public bool Knows(string party, PositionChange change) => Keys(party, change).Any(_changes.Contains);

    /// <summary>Whether the outlet had said so.</summary>
    public bool Knows(Report report, CorrectionNote note) => _notes.Contains(Key(report, note));

    /// <summary>Whether one of these statements stood against one of those.</summary>
    public bool Knows(MatterConflict conflict)
    {
        var stated = Found(_stated, conflict.Stated.SelectMany(EventKeys.Of));
        return stated.Overlaps(Found(_against, conflict.Against.SelectMany(EventKeys.Of)));
    }

    /// <summary>Whether two of these sources stood against each other over the same quantity, with whatever values.</summary>
    public bool Knows(FigureConflict conflict)
    {
        var sources = Sources(conflict);
        return Found(_series, conflict.Series.Points.SelectMany(point => EventKeys.Of(conflict.Series, point)))
            .SelectMany(series => _sources.GetValueOrDefault(series) ?? [])
            .Any(before => before.Count(sources.Contains) > 1);
    }

    private void Remember(Stories.Series.FigureSeries series, int number)
    {
        foreach (var point in series.Points)
        {
            Remember(_series, EventKeys.Of(series, point), number);
            if (point.WithdrawnBy is not null) _withdrawn.UnionWith(EventKeys.Of(series, point));
        }
    }

    private void Remember(FigureConflict conflict, int series)
    {
        if (!_sources.TryGetValue(series, out var own)) _sources.Add(series, own = []);
        own.Add(Sources(conflict));
    }

    private static HashSet<string> Sources(FigureConflict conflict) =>
        conflict.Sides.Select(side => side.Source ?? "").ToHashSet(StringComparer.Ordinal);

    private static int Place(Story story, FigureConflict conflict)
    {
        for (var i = 0; i < story.Figures.Count; i++)
        {
            if (ReferenceEquals(story.Figures[i], conflict.Series)) return i;
        }

        return -1;
    }

    private static IEnumerable<string> Keys(string party, PositionChange change) =>
        EventKeys.Of(change.To).Select(key => party + " " + key);

    private static string Key(Report report, CorrectionNote note) => EventKeys.Article(report) + " " + note.Exact;

    private static void Remember(Dictionary<string, HashSet<int>> index, IEnumerable<string> keys, int number)
    {
        foreach (var key in keys)
        {
            if (!index.TryGetValue(key, out var numbers)) index.Add(key, numbers = []);
            numbers.Add(number);
        }
    }

    private static HashSet<int> Found(Dictionary<string, HashSet<int>> index, IEnumerable<string> keys) =>
        [.. keys.SelectMany(key => index.TryGetValue(key, out var numbers) ? (IEnumerable<int>)numbers : [])];
}
