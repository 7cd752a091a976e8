using Konon.Articles;

namespace Konon.Stories.Lineage;

/// <summary>Between which moments a report says that it was published.</summary>
/// <param name="Earliest">The first moment.</param>
/// <param name="Latest">The last; equal where the time is known to the minute.</param>
internal readonly record struct Clock(DateTime Earliest, DateTime Latest)
{
    /// <summary>Nothing is known.</summary>
    public static Clock Unknown { get; } = new(DateTime.MinValue, DateTime.MaxValue);

    /// <summary>Reads a report's clock; one that is before what the report tells is wrong and is not believed.</summary>
    public static Clock Of(Report report)
    {
        if (report.Article.Published is not { Precision: >= TimePrecision.Day } time) return Unknown;
        // A day's grace: a report may be dated in another time zone than the speech.
        if (report.Reading.Claims.Any(claim => claim.SaidOn is { } said && said.From > time.Date.AddDays(1))) return Unknown;
        var local = time.Local;
        if (time.Precision == TimePrecision.Day) return new Clock(local, local.AddDays(1).AddTicks(-1));
        // Outlets of one story that state no offset mostly share one; those that do are brought to the zone of the most.
        var moment = time.Offset is { } offset ? local - offset + Home : local;
        return new Clock(moment, moment);
    }

    // Western Indonesian time, which most outlets that Konon reads print without saying so.
    private static readonly TimeSpan Home = TimeSpan.FromHours(7);

    /// <summary>Whether this one is known to be before the other.</summary>
    public bool IsBefore(Clock other) => Latest < other.Earliest;
}
