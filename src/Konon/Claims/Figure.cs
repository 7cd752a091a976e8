using Konon.Text;

namespace Konon.Claims;

/// <summary>A number with what it counts.</summary>
public sealed record Figure
{
    /// <summary>From the words of its bound to the counted noun ("setidaknya 3.000 tentara").</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number; of a range or an order the lower end.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range or an order; null otherwise.</summary>
    public decimal? Max { get; init; }

    /// <summary>How the number is meant.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The head noun phrase as it stands; the currency for money, <c>%</c> for shares; null where it stands elsewhere.</summary>
    public string? Counted { get; init; }

    /// <summary>ISO 4217 for money, <c>%</c> for shares, the unit for measures; null for plain counts.</summary>
    public string? Unit { get; init; }

    /// <summary>What is said of those counted: <c>tewas</c>, <c>luka</c>, <c>dikerahkan</c>; null where nothing is.</summary>
    public string? Status { get; init; }

    /// <summary>Where or among whom ("Rusia timur"); null where nothing says.</summary>
    public string? Scope { get; init; }

    /// <summary>As of when, if the text says so.</summary>
    public DayRange? AsOf { get; init; }
}

/// <summary>How a number is meant.</summary>
public enum Bound
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"sekitar", "hampir", "lebih kurang".</summary>
    About,

    /// <summary>"setidaknya", "minimal".</summary>
    AtLeast,

    /// <summary>"paling banyak", "hingga", "maksimal".</summary>
    AtMost,

    /// <summary>"lebih dari".</summary>
    MoreThan,

    /// <summary>"kurang dari".</summary>
    LessThan,

    /// <summary>"12–15", "antara 10 dan 20".</summary>
    Range,

    /// <summary>An order of magnitude: "ratusan ribu" is 100,000 to 999,999.</summary>
    Order,
}
