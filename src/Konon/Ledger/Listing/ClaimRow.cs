using Konon.Ledger.Search;

namespace Konon.Ledger.Listing;

/// <summary>A claim as a listing shows it; plain data, names as <see cref="WireNames"/> has them.</summary>
public sealed record ClaimRow
{
    /// <summary>The claim's id, as <c>konon extract</c> prints it.</summary>
    public required string Id { get; init; }

    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>The stance.</summary>
    public required string Stance { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day on which it was said, <c>2025-06-10</c>; null where the text does not say.</summary>
    public string? SaidFrom { get; init; }

    /// <summary>The last such day.</summary>
    public string? SaidTo { get; init; }

    /// <summary>The day by which listings are sorted: when it was said, else published; empty where neither is known.</summary>
    public required string Day { get; init; }

    /// <summary>The claimed words; an ellipsis stands between parts.</summary>
    public required string Words { get; init; }

    /// <summary>The words that attribute it.</summary>
    public string? Cue { get; init; }

    /// <summary>The outlets that carried it.</summary>
    public string? Via { get; init; }

    /// <summary>Who says it; empty where nobody is named.</summary>
    public IReadOnlyList<SpeakerInClaim> Speakers { get; init; } = [];

    /// <summary>Its figures, in order.</summary>
    public IReadOnlyList<FigureInClaim> Figures { get; init; } = [];

    /// <summary>The outlet of the article.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline of the article.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the article.</summary>
    public string? Url { get; init; }

    /// <summary>The article's time of publication as it stands there.</summary>
    public string? Published { get; init; }

    /// <summary>The language of the article.</summary>
    public required string Language { get; init; }

    /// <summary>Of a search the words around what was sought; null where nothing was.</summary>
    public SearchSnippet? Snippet { get; init; }
}

/// <summary>A speaker in one claim.</summary>
/// <param name="Id">The speaker's id; that of the one it was merged into.</param>
/// <param name="Name">The name most used for the speaker.</param>
/// <param name="As">The name in this claim.</param>
/// <param name="Role">The role in this claim.</param>
/// <param name="Party">The party in this claim.</param>
public sealed record SpeakerInClaim(string Id, string Name, string As, string? Role, string? Party);

/// <summary>A figure in one claim.</summary>
/// <param name="Id">The claim's id, a point, and the figure's number in it from 1.</param>
/// <param name="Value">The number; of a range the lower end.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Bound">How the number is meant.</param>
/// <param name="Counted">What is counted.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Status">What is said of those counted.</param>
/// <param name="Scope">Where or among whom.</param>
/// <param name="AsOf">As of when.</param>
/// <param name="Exact">The words as they stand.</param>
public sealed record FigureInClaim(
    string Id, decimal Value, decimal? Max, string Bound, string? Counted, string? Unit, string? Status, string? Scope, string? AsOf, string Exact);
