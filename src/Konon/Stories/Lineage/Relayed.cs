namespace Konon.Stories.Lineage;

/// <summary>A credit with the node that it points at.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Source">The credited node's place.</param>
/// <param name="IsMain">Whether it is the one from which the report has most of what it tells.</param>
internal readonly record struct Relayed(Credit Credit, int Source, bool IsMain);
