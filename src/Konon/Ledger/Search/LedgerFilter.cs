using Konon.Claims;

namespace Konon.Ledger.Search;

/// <summary>What a listing is narrowed to; the default narrows nothing. All that is given must hold.</summary>
public sealed record LedgerFilter
{
    /// <summary>Narrows nothing.</summary>
    public static LedgerFilter None { get; } = new();

    /// <summary>The first day; null for no bound. Of a claim the day it was said, else published; of an article its day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day, inclusive; null for no bound.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Outlets by name or domain, whole or in part: <c>kabar</c> is <c>kabar.example</c>, too.</summary>
    public FilterValues Outlets { get; init; } = FilterValues.Any;

    /// <summary>Speakers by id, or by name: any spelling, whole or in part.</summary>
    public FilterValues Speakers { get; init; } = FilterValues.Any;

    /// <summary>Parties: a state by its code or name, an organisation by name.</summary>
    public FilterValues Parties { get; init; } = FilterValues.Any;

    /// <summary>Stances, as <see cref="WireNames.Of(Stance)"/> calls them.</summary>
    public FilterValues Stances { get; init; } = FilterValues.Any;

    /// <summary>Languages of the articles, ISO 639-1.</summary>
    public FilterValues Languages { get; init; } = FilterValues.Any;

    /// <summary>What one figure of the claim must hold, all of it.</summary>
    public IReadOnlyList<FigureCondition> Figures { get; init; } = [];

    /// <summary>What that figure counts: each a word or phrase whose stems all stand in what is counted or said of it.</summary>
    public IReadOnlyList<SearchTerm> Counted { get; init; } = [];

    /// <summary>Whether claims that a person rejected are taken, too; false leaves them out.</summary>
    public bool WithRejected { get; init; }

    /// <summary>Whether a figure is asked for.</summary>
    public bool NeedsFigure => Figures.Count > 0 || Counted.Count > 0;
}

/// <summary>The values that a field may have, and those that it may not.</summary>
/// <param name="Only">One of these; empty for any.</param>
/// <param name="Not">None of these.</param>
public sealed record FilterValues(IReadOnlyList<string> Only, IReadOnlyList<string> Not)
{
    /// <summary>Every value will do.</summary>
    public static FilterValues Any { get; } = new([], []);

    /// <summary>Whether every value will do.</summary>
    public bool IsAny => Only.Count == 0 && Not.Count == 0;

    /// <summary>One of these values.</summary>
    public static FilterValues Of(params IEnumerable<string> only) => new([.. only], []);

    /// <summary>These values and further ones.</summary>
    public FilterValues Add(IEnumerable<string> values, bool excluded) =>
        excluded ? this with { Not = [.. Not, .. values] } : this with { Only = [.. Only, .. values] };
}

/// <summary>A bound on a figure's number; of a figure that is a range, some number in it must hold.</summary>
/// <param name="Least">The least number; null for no bound.</param>
/// <param name="Most">The greatest number; null for no bound.</param>
/// <param name="Open">Whether the bounds themselves are left out.</param>
public readonly record struct FigureCondition(decimal? Least, decimal? Most, bool Open);
