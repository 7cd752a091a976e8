using Konon.Claims;
using Konon.Text;

namespace Konon.Stories.Series;

/// <summary>One value of a series as one source gives it.</summary>
public sealed record SeriesPoint
{
    /// <summary>Its number in the series, from 1, in order of time.</summary>
    public required int Number { get; init; }

    /// <summary>The figure as the first telling has it: value, end, bound, unit, scope in its own words.</summary>
    public required Figure Figure { get; init; }

    /// <summary>As of when, where the words say so; null where they do not.</summary>
    public required DayRange? AsOf { get; init; }

    /// <summary>What its source does with it: a denied figure is no figure of the one who denies it.</summary>
    public required Stance Stance { get; init; }

    /// <summary>Who gives it; empty where the reports tell it in their own words.</summary>
    public required IReadOnlyList<Voice> Voices { get; init; }

    /// <summary>Every place where it stands, in order of time; at least one.</summary>
    public required IReadOnlyList<PointTelling> Tellings { get; init; }

    /// <summary>How it stands to <see cref="To"/>.</summary>
    public PointRelation Relation { get; init; }

    /// <summary>The number of the earlier point that it repeats, updates or contradicts; null for a first one.</summary>
    public int? To { get; init; }

    /// <summary>The numbers of other sources' points that cannot be right beside it, of what each source said last.</summary>
    public IReadOnlyList<int> Contradicts { get; init; } = [];

    /// <summary>The words that take it back; null while it stands.</summary>
    public PointTelling? WithdrawnBy { get; init; }

    /// <summary>On whose behalf; null for nobody's.</summary>
    public string? Party => Voices.Select(voice => voice.Party).FirstOrDefault(party => party is not null);

    /// <summary>The telling that gives it first.</summary>
    public PointTelling First => Tellings[0];

    /// <summary>Every report that gives it, by number.</summary>
    public IEnumerable<Report> Reports => Tellings.Select(telling => telling.Report).Distinct().OrderBy(report => report.Number);

    /// <summary>Whether no telling gives it but as a former value.</summary>
    public bool IsFormer => Tellings.All(telling => telling.IsFormer);

    /// <summary>Two points are the same when they are one object.</summary>
    public bool Equals(SeriesPoint? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Figure.Value);

    /// <summary>Who answers for it, all who speak for one party being one; null for nobody.</summary>
    internal string? Source { get; init; }
}

/// <summary>A place where a value stands.</summary>
/// <param name="Report">The report.</param>
/// <param name="Span">The figure's words in it.</param>
/// <param name="Statement">The statement that gives it; null where the report tells it in its own words.</param>
/// <param name="Sentence">The sentence around it.</param>
/// <param name="IsFormer">Whether it is told as what was said before: "semula 10", "dari 8 menjadi 10".</param>
public sealed record PointTelling(Report Report, TextSpan Span, Statement? Statement, TextSpan Sentence, bool IsFormer)
{
    /// <summary>The figure's words.</summary>
    public string Exact => Span.Of(Report.Article.Text);

    /// <summary>The sentence's words.</summary>
    public string Words => Sentence.Of(Report.Article.Text);
}
