using Konon.Stories.Lineage;

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

    /// <summary>The figures by what they count.</summary>
    public required IReadOnlyList<FigureGroup> Figures { get; init; }

    /// <summary>What each party said over time.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Figures that stand against each other.</summary>
    public required IReadOnlyList<FigureConflict> FigureConflicts { get; init; }

    /// <summary>Statements that stand against each other.</summary>
    public required IReadOnlyList<MatterConflict> MatterConflicts { get; init; }
}
