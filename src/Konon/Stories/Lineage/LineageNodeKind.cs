namespace Konon.Stories.Lineage;

/// <summary>What stands behind a node of a lineage.</summary>
public enum LineageNodeKind
{
    /// <summary>A report that was read.</summary>
    Report,

    /// <summary>An agency or another outlet that reports credit and whose own report is not here.</summary>
    Named,

    /// <summary>A source that nobody names and that several reports must have had: what they share stands in none of them whole.</summary>
    Unseen,
}
