namespace Konon.Stories.Lineage;

/// <summary>A node of the tree to be shown, with what hangs on it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Edge">The edge by which it hangs on the branch above; null at the root.</param>
/// <param name="Branches">What it gave, in order of number.</param>
public sealed record LineageBranch(LineageNode Node, LineageEdge? Edge, IReadOnlyList<LineageBranch> Branches);
