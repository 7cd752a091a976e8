using System.Globalization;
using Konon.Text;

namespace Konon.Articles;

/// <summary>How finely a time is known.</summary>
public enum TimePrecision
{
    /// <summary>The year alone.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The calendar day.</summary>
    Day,

    /// <summary>The minute.</summary>
    Minute,

    /// <summary>The second.</summary>
    Second,
}

/// <summary>Where a time was found.</summary>
public enum TimeOrigin
{
    /// <summary>In the article's own words.</summary>
    Text,

    /// <summary>In the page's metadata.</summary>
    Page,

    /// <summary>In the feed that named the article.</summary>
    Feed,

    /// <summary>In a column of the row.</summary>
    Row,

    /// <summary>In the archive's record.</summary>
    Archive,
}

/// <summary>A local time as an outlet states it, with its precision and where it was found.</summary>
/// <param name="Local">Local date and time; parts finer than <paramref name="Precision"/> are at their start.</param>
/// <param name="Offset">The stated offset from UTC; null where none was stated.</param>
/// <param name="Precision">How finely it is known.</param>
/// <param name="From">Where it was found.</param>
public sealed record Timestamp(DateTime Local, TimeSpan? Offset, TimePrecision Precision, TimeOrigin From)
{
    /// <summary>The local calendar day.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Local);

    /// <summary>
    /// ISO 8601, cut at the precision, with the offset where one was stated: <c>2025-06-10T18:27:00+07:00</c>,
    /// <c>2025-06-10</c>, <c>2025-06</c>.
    /// </summary>
    public string Value
    {
        get
        {
            var culture = CultureInfo.InvariantCulture;
            var text = Precision switch
            {
                TimePrecision.Year => Local.ToString("yyyy", culture),
                TimePrecision.Month => Local.ToString("yyyy-MM", culture),
                TimePrecision.Day => Local.ToString(IsoDay.Form, culture),
                _ => Local.ToString("yyyy-MM-dd'T'HH:mm:ss", culture),
            };
            if (Offset is not { } offset || Precision < TimePrecision.Minute) return text;
            var sign = offset < TimeSpan.Zero ? '-' : '+';
            return string.Create(culture, $"{text}{sign}{Math.Abs(offset.Hours):00}:{Math.Abs(offset.Minutes):00}");
        }
    }
}
