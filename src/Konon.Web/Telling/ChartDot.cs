using Konon.Claims;
using Konon.Stories.Series;

namespace Konon.Web.Telling;

/// <summary>A value in a drawing.</summary>
/// <param name="Point">The value.</param>
/// <param name="X">How far to the right.</param>
/// <param name="Y">How far down; of a range the lower end.</param>
/// <param name="YMax">Of a range the upper end; null otherwise.</param>
public sealed record ChartDot(SeriesPoint Point, string X, string Y, string? YMax)
{
    /// <summary>Whether it says what was said before.</summary>
    public bool IsRepeat => Point.Relation is PointRelation.Repeat or PointRelation.Rounding;

    /// <summary>Whether the line of steps goes through it: what stands, and is said by the latest who changed it.</summary>
    public bool IsStep =>
        Point.Relation is PointRelation.First or PointRelation.Update && Point.WithdrawnBy is null
        && Point.Stance is Stance.Asserts or Stance.Confirms;

    /// <summary>How the style sheet calls it.</summary>
    public string Classes => "dot" + (IsRepeat ? " again" : "") + (Point.WithdrawnBy is null ? "" : " withdrawn")
        + (Point.Relation == PointRelation.Contradiction ? " apart" : "");
}
