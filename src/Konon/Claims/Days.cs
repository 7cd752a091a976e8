namespace Konon.Claims;

/// <summary>Days counted from days; null where the calendar ends.</summary>
internal static class Days
{
    // A year nobody gave is not after the year of the reader's release.
    private const int ReleaseYear = 2026;

    /// <summary>A day; null when the month has no such day.</summary>
    public static DateOnly? At(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>A whole month.</summary>
    public static DayRange? Month(int year, int month) =>
        At(year, month, 1) is { } first ? new DayRange(first, new DateOnly(year, month, DateTime.DaysInMonth(year, month))) : null;

    /// <summary>A whole year.</summary>
    public static DayRange? Year(int year) =>
        At(year, 1, 1) is { } first ? new DayRange(first, new DateOnly(year, 12, 31)) : null;

    /// <summary>From the first to the last of two stretches.</summary>
    public static DayRange? Cover(DayRange? one, DayRange? other) =>
        one is { } a && other is { } b ? new DayRange(a.From < b.From ? a.From : b.From, a.To > b.To ? a.To : b.To) : null;

    /// <summary>A third of a month: 1 to 10, 11 to 20, 21 to its end.</summary>
    public static DayRange? ThirdOfMonth(int year, int month, int third) =>
        Month(year, month) is { } all
            ? new DayRange(all.From.AddDays((third - 1) * 10), third == 3 ? all.To : all.From.AddDays((third * 10) - 1))
            : null;

    /// <summary>A third of a year: four months.</summary>
    public static DayRange? ThirdOfYear(int year, int third) => Cover(Month(year, (third * 4) - 3), Month(year, third * 4));

    /// <summary>The day, ISO week, month, year or decade so many away.</summary>
    /// <param name="from">The day counted from.</param>
    /// <param name="unit">d, w, m, y or t.</param>
    /// <param name="offset">How many later; negative for earlier.</param>
    public static DayRange? Away(DateOnly from, char unit, int offset)
    {
        var month = (from.Year * 12) + from.Month - 1 + offset;
        return unit switch
        {
            'd' => Shift(from, offset) is { } day ? DayRange.Of(day) : null,
            'w' => Shift(from, (offset * 7) - Iso(from) + 1) is { } monday && Shift(monday, 6) is { } sunday ? new DayRange(monday, sunday) : null,
            'm' => month > 0 ? Month(month / 12, (month % 12) + 1) : null,
            'y' => Year(from.Year + offset),
            't' => Year(from.Year + (offset * 10)),
            _ => null,
        };
    }

    /// <summary>A day shifted; null outside the calendar.</summary>
    public static DateOnly? Shift(DateOnly from, int days)
    {
        var number = (long)from.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    /// <summary>1 for Monday to 7.</summary>
    public static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The latest such weekday not after a day.</summary>
    public static DateOnly? LatestWeekday(DateOnly until, int weekday) => Shift(until, -((Iso(until) - weekday + 7) % 7));

    /// <summary>The year of a date without one: nearest to the article's date, else the latest in which the weekday fits.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    /// <param name="weekday">1 to 7; 0 without one.</param>
    /// <param name="published">The article's date.</param>
    public static DateOnly? WithoutYear(int month, int day, int weekday, DateOnly? published)
    {
        if (published is not { } date)
        {
            for (var year = ReleaseYear; weekday > 0 && year > ReleaseYear - 28; year--)
            {
                if (At(year, month, day) is { } fits && Iso(fits) == weekday) return fits;
            }

            return null;
        }

        DateOnly? best = null;
        for (var year = date.Year - 1; year <= date.Year + 1; year++)
        {
            if (At(year, month, day) is { } near && (best is not { } b || Distance(near, date) < Distance(b, date))) best = near;
        }

        return best;
    }

    private static int Distance(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber);
}
