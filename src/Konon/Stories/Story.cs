using Konon.Stories.Lineage;
using Konon.Stories.Series;

namespace Konon.Stories;

/// <summary>What several reports tell of one event, side by side. It counts and quotes; it never says who is right.</summary>
public sealed record Story
{
    /// <summary>The reports, by day; each knows its number.</summary>
    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>The outlets of the reports, each once, in the order of the reports; without those that nothing names.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Which report derives from which, and from how many independent origins they come.</summary>
    public required LineageGraph Lineage { get; init; }

    /// <summary>Every claim once, in order of time.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The figures: what each quantity was said to be over time, by whom.</summary>
    public required IReadOnlyList<FigureSeries> Figures { get; init; }

    /// <summary>What each party said over time.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Figures that stand against each other.</summary>
    public required IReadOnlyList<FigureConflict> FigureConflicts { get; init; }

    /// <summary>The reports that still carry a figure that its own source has taken back or replaced.</summary>
    public required IReadOnlyList<StaleFigure> Corrections { get; init; }

    /// <summary>Statements that stand against each other.</summary>
    public required IReadOnlyList<MatterConflict> MatterConflicts { get; init; }
}
