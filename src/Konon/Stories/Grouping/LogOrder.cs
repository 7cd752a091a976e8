namespace Konon.Stories.Grouping;

/// <summary>By time, then key: the order that defines the stories.</summary>
internal sealed class LogOrder : IComparer<LogEntry>
{
    /// <summary>The order.</summary>
    public static LogOrder By { get; } = new();

    /// <inheritdoc/>
    public int Compare(LogEntry? x, LogEntry? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var byTime = x.Minute.CompareTo(y.Minute);
        return byTime != 0 ? byTime : string.CompareOrdinal(x.Key, y.Key);
    }
}
