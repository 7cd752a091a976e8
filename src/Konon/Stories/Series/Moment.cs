using Konon.Articles;
using Konon.Claims;

namespace Konon.Stories.Series;

/// <summary>When a figure was given: the day, and the clock where it is known.</summary>
/// <param name="Day">As of the day that the words name, else the day it was said, else that of the report.</param>
/// <param name="Clock">When the report appeared, if on that day and known to the minute.</param>
internal readonly record struct Moment(DateOnly Day, DateTime? Clock)
{
    /// <summary>By day, then by clock; what has no clock comes first of its day.</summary>
    public static readonly Comparer<Moment> InOrder = Comparer<Moment>.Create(static (one, other) =>
        one.Day != other.Day ? one.Day.CompareTo(other.Day) : Nullable.Compare(one.Clock, other.Clock));

    public static Moment Of(Report report, Statement? statement, DayRange? asOf)
    {
        var day = asOf?.To ?? statement?.SaidOn?.To ?? report.Place;
        var hasClock = report.Article.Published is { Precision: >= TimePrecision.Minute } time && time.Date == day;
        return new Moment(day, hasClock ? report.Article.Published!.Local : null);
    }

    /// <summary>Whether it is surely later than the other: on a later day, or on the same by both clocks.</summary>
    public bool IsAfter(Moment other) =>
        Day > other.Day || (Day == other.Day && Clock is { } clock && other.Clock is { } before && clock > before);
}
