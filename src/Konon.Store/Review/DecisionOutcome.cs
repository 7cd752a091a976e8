using Konon.Ledger.Review;

namespace Konon.Store.Review;

/// <summary>What came of a wish to decide.</summary>
public sealed record DecisionOutcome
{
    /// <summary>The decision as it was written down; null where none was.</summary>
    public Decision? Made { get; init; }

    /// <summary>Why none was made; null where one was.</summary>
    public DecisionRefusal? Refusal { get; init; }

    /// <summary>The decision that stands in the way, or that says the same already; null where none does.</summary>
    public Decision? Standing { get; init; }

    internal static DecisionOutcome No(DecisionRefusal refusal, Decision? standing = null) =>
        new() { Refusal = refusal, Standing = standing };
}

/// <summary>Why nothing was decided.</summary>
public enum DecisionRefusal
{
    /// <summary>Nothing in the ledger has that id.</summary>
    NoSuchTarget,

    /// <summary>More than one id starts so, or more than one speaker is called so.</summary>
    Ambiguous,

    /// <summary>There is no such field.</summary>
    NoSuchField,

    /// <summary>The claim has no such speaker or figure.</summary>
    NoSuchPart,

    /// <summary>The field cannot have that value.</summary>
    BadValue,

    /// <summary>It stands so already.</summary>
    AlreadySo,

    /// <summary>Somebody else decided in the meantime, or otherwise.</summary>
    Changed,

    /// <summary>The two are one thing already, or the one was never merged.</summary>
    NotMerged,
}
