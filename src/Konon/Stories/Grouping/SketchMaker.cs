using Konon.Articles;
using Konon.Claims;

namespace Konon.Stories.Grouping;

/// <summary>Makes the sketch of an article.</summary>
public static class SketchMaker
{
    /// <summary>How many terms a sketch has at most.</summary>
    public const int MostTerms = 96;

    /// <summary>How many places, and how many parties, a sketch has at most.</summary>
    public const int MostLabels = 6;

    /// <summary>A longer title is cut, in UTF-16 code units.</summary>
    public const int LongestTitle = 300;

    /// <summary>The longest key, in UTF-16 code units.</summary>
    public const int LongestKey = 2048;

    /// <summary>How many tokens of a text are looked at: the longest reports of an event, not a book.</summary>
    public const int MostTokens = 6000;

    // Minutes since year 1 are kept in 31 bits, which end in the year 4083; what claims to be later is of the last minute.
    internal const int LastMinute = int.MaxValue - 1;

    internal static ArticleSketch Make(string key, Reading reading)
    {
        var article = reading.Article;
        var weigher = TermWeigher.Read(article);
        return new ArticleSketch(
            key,
            MinuteOf(reading),
            article.Language,
            Cut(article.Title),
            weigher.Heaviest(MostTerms),
            PlacesOf(article, weigher),
            MostFrequent(reading.Claims.SelectMany(claim => claim.Speakers).Select(speaker => speaker.Party)));
    }

    private static string? Cut(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        if (title.Length <= LongestTitle) return title;
        return title[..(char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
    }

    private static string[] PlacesOf(Article article, TermWeigher weigher)
    {
        var places = weigher.Places.Select(span => span.In(article.Text).ToString());
        return MostFrequent(article.Dateline is { Length: > 0 and <= LongestLabel } dateline ? places.Append(dateline) : places);
    }

    // A longer one is no name of a place or party.
    private const int LongestLabel = 80;

    private static string[] MostFrequent(IEnumerable<string?> labels) =>
    [
        .. labels.OfType<string>()
            .Where(label => label.Length is > 0 and <= LongestLabel)
            .GroupBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostLabels)
            .Select(same => same.Key),
    ];

    private static int? MinuteOf(Reading reading)
    {
        // A year or month alone would put the article before all others of that year.
        if (reading.Article.Published is { Precision: >= TimePrecision.Day } time)
            return (int)Math.Clamp((time.Local.Ticks - Offset(time).Ticks) / TimeSpan.TicksPerMinute, 0, LastMinute);
        var latest = reading.Claims.Select(claim => claim.SaidOn?.To).Max();
        return latest is { } day ? (int)(day.ToDateTime(TimeOnly.MinValue).Ticks / TimeSpan.TicksPerMinute) : null;
    }

    private static TimeSpan Offset(Timestamp time) => time.Precision >= TimePrecision.Minute ? time.Offset ?? TimeSpan.Zero : TimeSpan.Zero;
}
