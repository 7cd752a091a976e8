namespace Konon.Stories.Series;

/// <summary>A report that still carries a figure that its own source has taken back or replaced.</summary>
/// <param name="Series">The series.</param>
/// <param name="Point">The old value.</param>
/// <param name="Telling">Where the report carries it.</param>
/// <param name="By">The words that take it back, or the new value.</param>
/// <param name="Cause">Why it no longer stands.</param>
/// <param name="IsAfter">Whether the report appeared after that; else it appeared before, and was not updated since.</param>
public sealed record StaleFigure(
    FigureSeries Series, SeriesPoint Point, PointTelling Telling, PointTelling By, StaleCause Cause, bool IsAfter);

/// <summary>Why a figure no longer stands.</summary>
public enum StaleCause
{
    /// <summary>It was taken back: wrong from the start.</summary>
    Withdrawn,

    /// <summary>Its source has given a later one.</summary>
    Replaced,
}
