namespace Konon.Stories.Lineage;

/// <summary>An earlier text that shares words with the one just added.</summary>
/// <param name="Text">Its number: how many texts were added before it.</param>
/// <param name="Shared">How many different shingles both have, those passed over as too common left out.</param>
/// <param name="Containment">Of the shorter text's shingles how many the other has, 0 to 1.</param>
public readonly record struct CopyCandidate(int Text, int Shared, double Containment);
