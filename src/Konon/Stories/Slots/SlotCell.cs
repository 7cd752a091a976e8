using Konon.Stories.Series;

namespace Konon.Stories.Slots;

/// <summary>What one origin says to one question.</summary>
/// <param name="Values">What it says last, the latest first; empty where it does not say.</param>
/// <param name="Left">How many more values it gives.</param>
/// <param name="Standing">How that stands to what the others say.</param>
public sealed record SlotCell(IReadOnlyList<SlotValue> Values, int Left, SlotStanding Standing);

/// <summary>One answer: a figure or a statement.</summary>
/// <param name="Report">The report of the column that gives it first.</param>
/// <param name="Point">The figure; null for a statement.</param>
/// <param name="Telling">Where the figure stands in that report; null for a statement.</param>
/// <param name="Statement">The statement; null where a report gives the figure in its own words.</param>
public sealed record SlotValue(Report Report, SeriesPoint? Point, PointTelling? Telling, Statement? Statement);

/// <summary>How a cell stands to the others of its row. It says that they differ, never which of them is right.</summary>
public enum SlotStanding
{
    /// <summary>The origin does not say.</summary>
    Silent,

    /// <summary>Nothing in the row stands against it.</summary>
    Alike,

    /// <summary>It gives a value that a later one of the row has replaced.</summary>
    Earlier,

    /// <summary>It cannot be right beside another cell of the row.</summary>
    Contradicts,
}
