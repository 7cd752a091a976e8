using Konon.Stories.Series;

namespace Konon.Stories;

/// <summary>Figures on one thing that cannot all be right, side by side.</summary>
/// <param name="Series">The series they stand in.</param>
/// <param name="Sides">What each source said last; at least two are apart.</param>
public sealed record FigureConflict(FigureSeries Series, IReadOnlyList<SeriesPoint> Sides);

/// <summary>A matter that some state and others deny, doubt or will not comment on.</summary>
/// <param name="Stated">Who states it, what is stood against most often first; at least one.</param>
/// <param name="Against">Who stands against it, in order of time; at least one.</param>
public sealed record MatterConflict(IReadOnlyList<Statement> Stated, IReadOnlyList<Statement> Against);
