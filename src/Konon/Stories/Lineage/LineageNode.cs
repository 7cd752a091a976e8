using Konon.Claims;

namespace Konon.Stories.Lineage;

/// <summary>A report, or a source of reports that was not read itself.</summary>
/// <param name="Number">Its number, from 1: reports by day as in <see cref="Story.Reports"/>, then the others.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Name">The outlet's name; null where none is known.</param>
/// <param name="Family">The outlet's family, under which several outlets count once; of a report without an outlet its own.</param>
/// <param name="Reading">The article with its claims; null but for a report.</param>
public sealed record LineageNode(int Number, LineageNodeKind Kind, string? Name, string Family, Reading? Reading)
{
    /// <summary>Two nodes are the same when they are one object.</summary>
    public bool Equals(LineageNode? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;
}
