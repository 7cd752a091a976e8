namespace Konon.Stories.Lineage;

/// <summary>What one report has from another, or both from a third.</summary>
public enum LineageEdgeKind
{
    /// <summary>Nearly all of the narrative, word for word; cuts and additions aside.</summary>
    Verbatim,

    /// <summary>Much of the narrative, in other words or another order.</summary>
    Spun,

    /// <summary>A stretch of the narrative; the rest of the report is its own.</summary>
    Passage,

    /// <summary>Both have the text from one source; which of them is nearer to it cannot be known.</summary>
    SameOrigin,

    /// <summary>Only what somebody said or gave out: both can have heard or received it.</summary>
    SharedQuote,

    /// <summary>One names the other, or an outlet whose report is not here, as where it has it from.</summary>
    Relay,
}
