namespace Konon.Stories.Series;

/// <summary>One quantity over time: the values that the reports give of it, by whom.</summary>
/// <param name="Key">What is counted.</param>
/// <param name="Name">What it is called in the language of most reports ("penumpang hilang"); empty where nothing says.</param>
/// <param name="Words">The words by which the reports call it, the most frequent first.</param>
/// <param name="Points">The values, in order of time; at least one.</param>
public sealed record FigureSeries(SeriesKey Key, string Name, IReadOnlyList<string> Words, IReadOnlyList<SeriesPoint> Points)
{
    /// <summary>Whether its values may be set against each other.</summary>
    public bool IsComparable => Key.IsComplete;

    /// <summary>How many different values stand in it.</summary>
    public int Values => Points.Select(point => (point.Figure.Value, point.Figure.Max)).Distinct().Count();
}
