using Konon.Claims;

namespace Konon.Views;

/// <summary>A report that still carries a figure which its own source took back or replaced.</summary>
public sealed record BriefCorrection
{
    /// <summary>What the figure counts, in the words of its series; empty where nothing says.</summary>
    public required string Counted { get; init; }

    /// <summary>The number; of a range or an order the lower end.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range or an order.</summary>
    public required decimal? Max { get; init; }

    /// <summary>How the number is meant.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The currency, <c>%</c>, or unit; null for plain counts.</summary>
    public required string? Unit { get; init; }

    /// <summary>Whether it was taken back; else its source has given a later one.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>Whether the report appeared after that; else before, and was not updated since.</summary>
    public required bool IsAfter { get; init; }

    /// <summary>The report that carries it.</summary>
    public required int Report { get; init; }

    /// <summary>The sentence in it.</summary>
    public required string Words { get; init; }

    /// <summary>The report that has the words which take it back or replace it.</summary>
    public required int ByReport { get; init; }

    /// <summary>Those words.</summary>
    public required string ByWords { get; init; }
}
