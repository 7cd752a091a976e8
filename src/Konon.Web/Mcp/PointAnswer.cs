namespace Konon.Web.Mcp;

/// <summary>One value of a series as one source gives it.</summary>
internal sealed record PointAnswer
{
    public string? Series { get; init; }

    /// <summary>Whether values of the series may be set against each other.</summary>
    public required bool Comparable { get; init; }

    public required int Number { get; init; }

    public required FigureAnswer Figure { get; init; }

    public required IReadOnlyList<SpeakerAnswer> Speakers { get; init; }

    public required string Stance { get; init; }

    public string? AsOf { get; init; }

    public required string Relation { get; init; }

    /// <summary>The number of the earlier value in the series to which it stands so.</summary>
    public int? To { get; init; }

    public IReadOnlyList<int>? Contradicts { get; init; }

    public bool? Withdrawn { get; init; }

    public required IReadOnlyList<int> Reports { get; init; }

    public required Source Source { get; init; }

    /// <summary>The figure's own words, then the sentence around them.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }
}
