using Konon.Text;

namespace Konon.Articles;

/// <summary>Finds an article's own date in its text, where neither metadata nor a date line say.</summary>
/// <remarks>
/// The lead says on which day somebody spoke, and a later paragraph often a day nearer to publication. On a week of ten
/// outlets the first dated weekday is the day of publication in 64 of 100 articles, the latest within three days of it
/// in 67.
/// </remarks>
internal static class PublishedFinder
{
    private const int LeadLength = 1_500;
    private const int TextLength = 20_000;
    private const int DaysApart = 3;

    /// <summary>The date; null where no date with day, month, year and its right weekday stands in the lead.</summary>
    public static Timestamp? Find(string text, int bodyStart, string language)
    {
        Timestamp? found = null;
        DateOnly first = default;
        var within = new TextSpan(bodyStart, Math.Min(text.Length, bodyStart + TextLength));
        foreach (var date in DateReader.For(language).Find(text, within))
        {
            if (!date.IsFull || date.Weekday is null || date.ContradictsWeekday) continue;
            if (found is null && date.Span.Start > bodyStart + LeadLength) return null;
            var day = new DateOnly(date.Year!.Value, date.Month!.Value, date.Day!.Value);
            if (found is null) first = day;
            if (found is not null && (day <= found.Date || day.DayNumber - first.DayNumber > DaysApart)) continue;
            found = new Timestamp(day.ToDateTime(TimeOnly.MinValue), null, TimePrecision.Day, TimeOrigin.Text);
        }

        return found;
    }
}
