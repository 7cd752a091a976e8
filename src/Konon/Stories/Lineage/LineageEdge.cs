namespace Konon.Stories.Lineage;

/// <summary>That one node has something from another, with the words that show it.</summary>
public sealed record LineageEdge
{
    /// <summary>What it has.</summary>
    public required LineageEdgeKind Kind { get; init; }

    /// <summary>The one that gave it, where the direction is known; else the one that is dated earlier, which shows nothing.</summary>
    public required LineageNode From { get; init; }

    /// <summary>The other.</summary>
    public required LineageNode To { get; init; }

    /// <summary>Whether it is known that <see cref="From"/> gave it and <see cref="To"/> has it.</summary>
    public required bool IsDirectionKnown { get; init; }

    /// <summary>Whether it is the edge by which <see cref="To"/> hangs in the tree: of all who may have given it the best.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>
    /// Of the narrative of that report which shares more of its own, how much it shares, 0 to 1; of a shared quotation of all that
    /// is said; of a relay how many of the report's claims carry the credit.
    /// </summary>
    public required double Share { get; init; }

    /// <summary>
    /// The shared stretches, longest first; of a relay where the credit stands, in <see cref="To"/>, and an empty span in
    /// <see cref="From"/>. Empty for an edge from an unseen source, whose words stand in the edges between the reports.
    /// </summary>
    public required IReadOnlyList<SharedRun> Evidence { get; init; }
}
