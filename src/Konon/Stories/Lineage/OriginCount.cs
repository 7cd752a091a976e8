namespace Konon.Stories.Lineage;

/// <summary>From how many independent origins reports come.</summary>
/// <param name="Min">At least so many; what may be a copy is taken for one.</param>
/// <param name="Likely">The likeliest number.</param>
/// <param name="Max">At most so many: only what is certainly a copy is taken for one. There may be fewer still, for a source need leave no trace.</param>
public readonly record struct OriginCount(int Min, int Likely, int Max);
