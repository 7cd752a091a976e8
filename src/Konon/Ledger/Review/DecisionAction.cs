namespace Konon.Ledger.Review;

/// <summary>What a person decides.</summary>
public enum DecisionAction
{
    /// <summary>The claim is as the machine read it, or as it was corrected.</summary>
    Confirm,

    /// <summary>It is no claim of this speaker, or none at all; it is listed only where rejected ones are asked for.</summary>
    Reject,

    /// <summary>The claim is as the machine read it again: what was decided on it before no longer counts.</summary>
    Reset,

    /// <summary>One field has another value.</summary>
    Correct,

    /// <summary>Two are one: speakers, figures, stories.</summary>
    Merge,

    /// <summary>One stands apart from those that it was merged with.</summary>
    Split,

    /// <summary>An earlier decision no longer counts.</summary>
    Undo,
}

/// <summary>What a decision is on.</summary>
public enum DecisionTarget
{
    /// <summary>A claim, by its id.</summary>
    Claim,

    /// <summary>A speaker, by its id.</summary>
    Speaker,

    /// <summary>A figure: a claim's id, <c>#</c> and the figure's number in it, from 1.</summary>
    Figure,

    /// <summary>A story, by its id.</summary>
    Story,
}

/// <summary>How a claim stands.</summary>
public enum ReviewState
{
    /// <summary>The machine found it, and nobody has looked yet.</summary>
    Suggested,

    /// <summary>A person found it right.</summary>
    Confirmed,

    /// <summary>A person found it wrong.</summary>
    Rejected,
}
