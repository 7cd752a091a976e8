namespace Konon.Store;

/// <summary>The tables that a reading fills by the dozen, and that nobody reads before it is whole.</summary>
public enum EvidenceTable
{
    /// <summary>Claims, which are numbered.</summary>
    Claims,

    /// <summary>Who says them.</summary>
    ClaimSpeakers,

    /// <summary>The figures in them, numbered in the order of their claims.</summary>
    Figures,

    /// <summary>By what a reading's story is found.</summary>
    Sketches,

    /// <summary>The documents that a reading was made of.</summary>
    ReadingParts,
}
