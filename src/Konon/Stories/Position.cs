using Konon.Claims;

namespace Konon.Stories;

/// <summary>What a party has said, over time.</summary>
/// <param name="Party">The party: an ISO 3166 code, else an organisation's name.</param>
/// <param name="Steps">Runs of statements with one stance, in order of time; at least one.</param>
public sealed record Position(string Party, IReadOnlyList<PositionStep> Steps)
{
    /// <summary>Where it came to say otherwise of one matter, in order of time.</summary>
    public IReadOnlyList<PositionChange> Changes { get; init; } = [];

    /// <summary>How many statements the party has made.</summary>
    public int Statements => Steps.Sum(step => step.Statements.Count);
}

/// <summary>Statements that follow each other with one stance.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="Statements">The statements, in order of time; at least one.</param>
public sealed record PositionStep(Stance Stance, IReadOnlyList<Statement> Statements);

/// <summary>A party says otherwise than before of one matter.</summary>
/// <param name="From">What it said.</param>
/// <param name="To">What it says now: "declined" and then "confirms", "asserts" and then "denies".</param>
public sealed record PositionChange(Statement From, Statement To);
