using Konon.Claims;

namespace Konon.Stories.Grouping;

/// <summary>All that grouping needs of one article: a few hundred bytes that stand for it once its text is no longer at hand.</summary>
/// <remarks>Immutable and thread-safe. A function of the reading and the key alone: no other article changes a weight.</remarks>
public sealed partial class ArticleSketch
{
    private readonly SketchTerm[] _terms;

    internal ArticleSketch(string key, int? minute, string language, string? title, SketchTerm[] terms, string[] places, string[] parties)
    {
        Key = key;
        Minute = minute;
        Language = language;
        Title = title;
        Places = places;
        Parties = parties;
        _terms = terms;
    }

    /// <summary>The article's id, as the caller named it; no two articles share one.</summary>
    public string Key { get; }

    /// <summary>
    /// When it was published, in UTC where its offset is known, to the minute; of an article without a time the latest day on which it lets
    /// somebody speak; null when nothing says.
    /// </summary>
    public DateTime? Time => Minute is { } minute ? new DateTime(minute * TimeSpan.TicksPerMinute, DateTimeKind.Unspecified) : null;

    /// <summary>ISO 639-1 code of its language, or <c>und</c>.</summary>
    public string Language { get; }

    /// <summary>The headline, cut at <see cref="SketchMaker.LongestTitle"/> code units; null without one.</summary>
    public string? Title { get; }

    /// <summary>The places that it names most, as it writes them, at most <see cref="SketchMaker.MostLabels"/>.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>On whose behalf its speakers speak, ISO 3166 alpha-2 for a state, at most <see cref="SketchMaker.MostLabels"/>.</summary>
    public IReadOnlyList<string> Parties { get; }

    /// <summary><see cref="Time"/> in minutes since year 1.</summary>
    internal int? Minute { get; }

    /// <summary>Its terms by hash, each once, at most <see cref="SketchMaker.MostTerms"/>.</summary>
    internal ReadOnlySpan<SketchTerm> Terms => _terms;

    /// <summary>The sketch of an article and its claims.</summary>
    /// <param name="key">The article's id; not empty, at most <see cref="SketchMaker.LongestKey"/> code units.</param>
    /// <param name="reading">The article and its claims.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty or too long.</exception>
    /// <remarks>Linear in the text, of which it reads the first <see cref="SketchMaker.MostTokens"/> words.</remarks>
    public static ArticleSketch Of(string key, Reading reading)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, SketchMaker.LongestKey, nameof(key));
        return SketchMaker.Make(key, reading);
    }
}
