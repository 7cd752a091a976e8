namespace Konon.Stories.Lineage;

/// <summary>Which report derives from which, and from how many independent origins they all come.</summary>
public sealed record LineageGraph
{
    private readonly OriginGroups _origins;

    internal LineageGraph(OriginGroups origins) => _origins = origins;

    /// <summary>The reports in order of time, then the sources that were not read themselves.</summary>
    public required IReadOnlyList<LineageNode> Nodes { get; init; }

    /// <summary>The edges, by kind, then by the numbers of their ends. Of a report at most those to its nearest relatives.</summary>
    public required IReadOnlyList<LineageEdge> Edges { get; init; }

    /// <summary>From how many origins the reports come.</summary>
    public required OriginCount Origins { get; init; }

    /// <summary>For display: every node once, below the one that it has its text from; roots in order of number.</summary>
    public required IReadOnlyList<LineageBranch> Trees { get; init; }

    /// <summary>From how many origins some of the reports come.</summary>
    /// <param name="reports">Their numbers, from 1; each counts once.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public OriginCount OriginsOf(IEnumerable<int> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var places = reports.Select(number => number - 1).ToHashSet();
        if (places.Any(place => place < 0 || place >= Nodes.Count)) throw new ArgumentOutOfRangeException(nameof(reports), "no such report");
        return _origins.Count(places);
    }

    /// <summary>The origin that a report likely comes from, named by the number of its first report.</summary>
    /// <param name="report">The report's number, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public int OriginOf(int report)
    {
        if (report < 1 || report > Nodes.Count) throw new ArgumentOutOfRangeException(nameof(report), report, "no such report");
        return _origins.Of(report - 1) + 1;
    }

    /// <summary>How many reports give a statement, from how many origins, and how many informants they quote.</summary>
    /// <remarks>Ten reports that quote one spokesman are many reports of one informant, whoever of them wrote apart.</remarks>
    public StatementCounts CountsOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new StatementCounts(
            statement.Reports.Count, OriginsOf(statement.Reports.Select(report => report.Number)), statement.Voices.Count);
    }

    /// <summary>Two lineages are the same when they are one object.</summary>
    public bool Equals(LineageGraph? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
