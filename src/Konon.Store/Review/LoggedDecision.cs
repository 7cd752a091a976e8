using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>A decision as the log has it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="IsUndone">Whether a later one undid it.</param>
/// <param name="IsDetached">Whether its words are gone from what the article says now.</param>
public sealed record LoggedDecision(Decision Decision, bool IsUndone, bool IsDetached);

/// <summary>Which decisions to list.</summary>
public sealed record DecisionQuery
{
    /// <summary>Of this person alone; null for everybody's.</summary>
    public string? By { get; init; }

    /// <summary>On this claim, speaker or figure alone, by id; null for all.</summary>
    public string? Target { get; init; }

    /// <summary>Only those whose words are gone.</summary>
    public bool Detached { get; init; }

    /// <summary>Those before the one of this id, which the page before ended with; null for the latest.</summary>
    public string? Before { get; init; }

    /// <summary>The most to be listed, the latest first.</summary>
    public int Limit { get; init; } = 50;
}
