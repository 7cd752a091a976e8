namespace Konon.Stories.Lineage;

/// <summary>How widely a statement is reported.</summary>
/// <param name="Reports">The reports that give it.</param>
/// <param name="Origins">From how many origins they come.</param>
/// <param name="Informants">Who says it there, each once; 0 where nobody is named.</param>
public readonly record struct StatementCounts(int Reports, OriginCount Origins, int Informants);
