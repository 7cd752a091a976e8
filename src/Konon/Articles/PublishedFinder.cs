using Konon.Text;

namespace Konon.Articles;

/// <summary>Finds an article's own date in its text, where neither metadata nor a date line say.</summary>
internal static class PublishedFinder
{
    // The lead says when; a date further down is often another event's.
    private const int LeadLength = 1_500;

    /// <summary>The first date with day, month, year and weekday in the lead; null without one.</summary>
    public static Timestamp? Find(string text, int bodyStart, string language)
    {
        var lead = new TextSpan(bodyStart, Math.Min(text.Length, bodyStart + LeadLength));
        foreach (var date in DateReader.For(language).Find(text, lead))
        {
            if (!date.IsFull || date.Weekday is null || date.ContradictsWeekday) continue;
            return TimestampReader.At(text[..date.Span.End], date, TimeOrigin.Text, out _);
        }

        return null;
    }
}
