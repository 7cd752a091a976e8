namespace Konon.Stories;

/// <summary>Figures on one thing that cannot all be right, side by side.</summary>
/// <param name="Group">The group they stand in.</param>
/// <param name="Sides">What each party said last within one scope; at least two are apart.</param>
public sealed record FigureConflict(FigureGroup Group, IReadOnlyList<FigureEntry> Sides);

/// <summary>A matter that some state and others deny, doubt or will not comment on.</summary>
/// <param name="Stated">Who states it, what is stood against most often first; at least one.</param>
/// <param name="Against">Who stands against it, in order of time; at least one.</param>
public sealed record MatterConflict(IReadOnlyList<Statement> Stated, IReadOnlyList<Statement> Against);
