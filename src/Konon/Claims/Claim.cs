using Konon.Text;

namespace Konon.Claims;

/// <summary>A stretch of an article that the article attributes to someone, or reports without naming anyone.</summary>
public sealed record Claim
{
    /// <summary>The claimed words, in order and disjoint; several where the cue interrupts them. Never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>Whether the words are quoted.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Who says it; empty where nobody is named and nobody can be resolved, two where two speak at once.</summary>
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>The words that attribute it, with negation ("tidak membenarkan maupun membantah"); null in a headline "X: Y".</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The outlets that carried the words to this article, nearest to the reader first.</summary>
    public IReadOnlyList<Relay> Via { get; init; } = [];

    /// <summary>What the speaker does with the content.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The finer act (states, estimates, accuses …); null where no cue tells.</summary>
    public string? Act { get; init; }

    /// <summary>When it was said, if the text says so.</summary>
    public DayRange? SaidOn { get; init; }

    /// <summary>Every number with what it counts, inside the content.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Times named inside the content.</summary>
    public IReadOnlyList<TimeMention> Times { get; init; } = [];

    /// <summary>What a reader should know: a date that contradicts its weekday, an unclosed quotation.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How sure the rule is, 0 to 1; fixed per rule and field evidence, not a probability that the claim is true.</summary>
    public double Confidence { get; init; }

    /// <summary>The rule that found it, for <c>explain</c>: <c>quote.after</c>, <c>report.verb</c> …</summary>
    public required string Rule { get; init; }
}

/// <summary>Whether the claimed words are quoted.</summary>
public enum ClaimKind
{
    /// <summary>All of it stands between quotation marks.</summary>
    Direct,

    /// <summary>None of it does.</summary>
    Indirect,

    /// <summary>Part of it does.</summary>
    Mixed,
}

/// <summary>What a speaker does with what is said.</summary>
public enum Stance
{
    /// <summary>Says that it is so.</summary>
    Asserts,

    /// <summary>Says that what others said is so.</summary>
    Confirms,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Questions it, plays it down, says that there is no evidence.</summary>
    Doubts,

    /// <summary>Will not comment, neither confirms nor denies.</summary>
    Declines,

    /// <summary>Demands, asks or warns someone to act.</summary>
    Urges,
}

/// <summary>A span of days, both ends included; a single day has equal ends.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    /// <summary>One day.</summary>
    public static DayRange Of(DateOnly day) => new(day, day);

    /// <summary><c>2024-10-23</c>, or <c>2024-10-14/2024-10-20</c>.</summary>
    public override string ToString() => From == To ? IsoDay.Of(From) : IsoDay.Of(From) + "/" + IsoDay.Of(To);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no day and no two of them.</exception>
    public static DayRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length <= 2 ? new DayRange(IsoDay.Read(parts[0]), IsoDay.Read(parts[^1])) : throw new FormatException("not a range of days");
    }
}

/// <summary>An outlet that carried someone's words.</summary>
/// <param name="Name">Its name as it stands.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Relay(string Name, TextSpan Span);

/// <summary>A time named inside a claim, resolved against the article's own date.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Days">The days it covers; null where they cannot be told.</param>
public readonly record struct TimeMention(TextSpan Span, DayRange? Days);
