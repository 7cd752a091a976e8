using Konon.Stories.Series;

namespace Konon.Views;

/// <summary>What the enums of series are called in files: lower case with hyphens, never translated.</summary>
internal static class SeriesNames
{
    public static string Of(FigureScope scope) => scope switch
    {
        FigureScope.Total => "total",
        FigureScope.Part => "part",
        FigureScope.OutOf => "out-of",
        FigureScope.Added => "added",
        FigureScope.Period => "period",
        FigureScope.Since => "since",
        FigureScope.Planned => "planned",
        FigureScope.Present => "present",
        FigureScope.Capacity => "capacity",
        _ => "most",
    };

    public static string Of(PointRelation relation) => relation switch
    {
        PointRelation.First => "first",
        PointRelation.Repeat => "repeat",
        PointRelation.Rounding => "rounding",
        PointRelation.Update => "update",
        PointRelation.Contradiction => "contradiction",
        _ => "not-comparable",
    };
}
