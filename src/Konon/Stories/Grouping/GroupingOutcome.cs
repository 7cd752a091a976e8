namespace Konon.Stories.Grouping;

/// <summary>What became of a call on the grouper.</summary>
public enum GroupingOutcome
{
    /// <summary>Taken; <see cref="StoryGrouper.Settle"/> will show its effect.</summary>
    Taken,

    /// <summary>Already there, nothing changed; or, for a removal, not there.</summary>
    Unchanged,

    /// <summary>
    /// It reaches back further than what is held (<see cref="GroupingOptions.Held"/>), and was not taken: build a new grouper of all
    /// sketches.
    /// </summary>
    TooLate,
}
