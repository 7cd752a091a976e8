using System.Globalization;
using Konon.Claims;
using Konon.Text;

namespace Konon.Ledger.Search;

/// <summary>Reads a year, a month or a day as the days it covers.</summary>
public static class Period
{
    /// <summary>The days of <c>2025</c>, <c>2025-06</c> or <c>2025-06-10</c>; null for anything else.</summary>
    public static DayRange? TryRead(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value.Trim();
        if (TryDay(text, IsoDay.Form) is { } day) return DayRange.Of(day);
        if (TryDay(text, "yyyy-MM") is { } month) return new DayRange(month, month.AddMonths(1).AddDays(-1));
        return TryDay(text, "yyyy") is { Year: < 9999 } year ? new DayRange(year, year.AddYears(1).AddDays(-1)) : null;
    }

    private static DateOnly? TryDay(string text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999 ? day : null;
}
