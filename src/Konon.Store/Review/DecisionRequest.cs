using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>What a person wants to decide.</summary>
public sealed record DecisionRequest
{
    /// <summary>What <see cref="Seen"/> is where the person saw that nobody had decided yet.</summary>
    public const string NobodyYet = "none";

    /// <summary>Who decides; a name or an address, never empty.</summary>
    public required string By { get; init; }

    /// <summary>Why; null where nothing is said.</summary>
    public string? Why { get; init; }

    /// <summary>What is decided.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>What kind of thing it is on; of an undoing it does not matter.</summary>
    public DecisionTarget On { get; init; }

    /// <summary>The id, or enough of its start: a claim's, a speaker's, <c>CLAIM#2</c> for a figure, a decision's to be undone.
    /// Of a story's merge whatever names a story, of its split whatever names an article.</summary>
    public required string Target { get; init; }

    /// <summary>Of a merge, what the target becomes part of.</summary>
    public string? Other { get; init; }

    /// <summary>Of a story's split, the articles that stand apart together with the target.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>Of a correction, the field.</summary>
    public string? Field { get; init; }

    /// <summary>Of a correction, the value; null or empty for none.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// The id of the last decision that the person saw on the target, or <see cref="NobodyYet"/>; where another one came since, nothing is
    /// decided. Null where that was not looked at: then only what another person decided is not replaced.
    /// </summary>
    public string? Seen { get; init; }
}
