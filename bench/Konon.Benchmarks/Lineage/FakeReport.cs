namespace Konon.Benchmarks.Lineage;

/// <summary>A generated report with the truth about it.</summary>
/// <param name="Origin">Which of the story's independent texts it comes from.</param>
/// <param name="Parent">The report that it was made of; null for one made of none, or of one that is not shown.</param>
/// <param name="PassageOf">The report from which it has a passage, though it is its own; null for none.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Parts">What it tells.</param>
/// <param name="Time">When it was published in truth.</param>
public sealed record FakeReport(
    int Origin, FakeReport? Parent, FakeReport? PassageOf, string Outlet, Part Title, IReadOnlyList<Part> Parts, DateTime Time)
{
    /// <summary>Whether it is shown: a hidden wire is not.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The outlet that it credits for everything; null for none.</summary>
    public string? Via { get; init; }

    /// <summary>The agency named in brackets at its end; null for none.</summary>
    public string? Agency { get; init; }

    /// <summary>Whether this one's text comes, over however many steps, from the other.</summary>
    public bool ComesFrom(FakeReport other)
    {
        for (var report = this; report is not null; report = report.Parent)
        {
            if (ReferenceEquals(report.Parent, other)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(FakeReport? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Time.GetHashCode();
}
