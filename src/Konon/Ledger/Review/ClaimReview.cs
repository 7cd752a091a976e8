namespace Konon.Ledger.Review;

/// <summary>How one claim of a reading stands after all decisions on it.</summary>
public sealed record ClaimReview
{
    /// <summary>The claim's id, as <c>konon extract</c> prints it; corrections do not change it.</summary>
    public required string Id { get; init; }

    /// <summary>Suggested, confirmed or rejected.</summary>
    public ReviewState State { get; init; }

    /// <summary>The fields that a person corrected, in the order in which that was done first; empty where none.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    /// <summary>The decisions that count, in order; empty where nobody decided.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}
