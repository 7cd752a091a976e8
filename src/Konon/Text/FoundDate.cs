using System.Globalization;

namespace Konon.Text;

/// <summary>A date as it stands in running text: whichever of its parts were written, and where.</summary>
/// <param name="Span">The date's words, weekday and parentheses included.</param>
/// <param name="Weekday">The weekday that stands with it; null without one.</param>
/// <param name="Day">Day of the month; null where only a month or a weekday stands.</param>
/// <param name="LastDay">The last day of a range within one month ("7–11 Juni"); null for a single day.</param>
/// <param name="Month">Month, January = 1; null where only a weekday stands.</param>
/// <param name="Year">Four-digit year; null where none stands.</param>
public readonly record struct FoundDate(
    TextSpan Span,
    DayOfWeek? Weekday,
    int? Day,
    int? LastDay,
    int? Month,
    int? Year)
{
    /// <summary>Whether day, month and year all stand there.</summary>
    public bool IsFull => Day is not null && Month is not null && Year is not null;

    /// <summary>Whether the stated weekday is another than the calendar's; false where either is missing.</summary>
    public bool ContradictsWeekday =>
        Weekday is { } weekday && IsFull && new DateOnly(Year!.Value, Month!.Value, Day!.Value).DayOfWeek != weekday;

    /// <summary>The calendar day meant.</summary>
    /// <param name="reference">The day the text was published, when known: a missing year is the one nearest to it.</param>
    /// <param name="latest">
    /// Where nothing is known, the last day it can be: the missing year is then the latest in which the weekday fits.
    /// </param>
    /// <returns>The day; null where the parts name none, or where no year within a life's span fits.</returns>
    /// <remarks>
    /// A weekday alone is the nearest such day that is not after <paramref name="reference"/>. Constant cost.
    /// </remarks>
    public DateOnly? Resolve(DateOnly? reference, DateOnly latest)
    {
        if (Day is not { } day || Month is not { } month)
        {
            return Month is null && Weekday is { } alone && reference is { } anchor ? NotAfter(anchor, alone) : null;
        }

        if (Year is { } stated) return Calendar(stated, month, day);
        return reference is { } published ? Nearest(published, month, day) : Latest(latest, month, day);
    }

    private static DateOnly? NotAfter(DateOnly anchor, DayOfWeek weekday)
    {
        var back = ((int)anchor.DayOfWeek - (int)weekday + 7) % 7;
        return anchor.DayNumber >= back ? anchor.AddDays(-back) : null;
    }

    private DateOnly? Nearest(DateOnly published, int month, int day)
    {
        DateOnly? best = null;
        for (var year = Math.Max(1, published.Year - 1); year <= Math.Min(9999, published.Year + 1); year++)
        {
            if (Calendar(year, month, day) is not { } candidate) continue;
            if (best is null || Distance(candidate, published) < Distance(best.Value, published)) best = candidate;
        }

        return best;
    }

    private int Distance(DateOnly candidate, DateOnly published)
    {
        // A weekday that does not fit tells against a year, but a slip of the pen must not throw the date years away.
        var penalty = Weekday is { } weekday && candidate.DayOfWeek != weekday ? 200 : 0;
        return Math.Abs(candidate.DayNumber - published.DayNumber) + penalty;
    }

    private DateOnly? Latest(DateOnly latest, int month, int day)
    {
        // The pairing of date and weekday comes back after at most 12 years, and 40 cover 29 February.
        for (var year = latest.Year; year > Math.Max(0, latest.Year - 40); year--)
        {
            if (Calendar(year, month, day) is not { } candidate || candidate > latest) continue;
            if (Weekday is null || candidate.DayOfWeek == Weekday) return candidate;
        }

        return null;
    }

    private static DateOnly? Calendar(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1
        && day <= CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
