namespace Konon.Ledger.Review;

/// <summary>What actions, targets and states are called in files: lower case, never translated.</summary>
public static class DecisionNames
{
    /// <summary>The name of an action.</summary>
    public static string Of(DecisionAction action) => action switch
    {
        DecisionAction.Confirm => "confirm",
        DecisionAction.Reject => "reject",
        DecisionAction.Reset => "reset",
        DecisionAction.Correct => "correct",
        DecisionAction.Merge => "merge",
        DecisionAction.Split => "split",
        _ => "undo",
    };

    /// <summary>The name of what a decision is on.</summary>
    public static string Of(DecisionTarget target) => target switch
    {
        DecisionTarget.Claim => "claim",
        DecisionTarget.Speaker => "speaker",
        DecisionTarget.Figure => "figure",
        _ => "story",
    };

    /// <summary>The name of a state.</summary>
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Suggested => "suggested",
        ReviewState.Confirmed => "confirmed",
        _ => "rejected",
    };
}
