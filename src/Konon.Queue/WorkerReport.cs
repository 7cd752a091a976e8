namespace Konon.Queue;

/// <summary>How a worker is, as it says itself.</summary>
public sealed record WorkerReport
{
    /// <summary>Its name: the machine's and the process's number.</summary>
    public required string Name { get; init; }

    /// <summary>Which version of Konon it reads with.</summary>
    public required string Reader { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many messages it holds.</summary>
    public required int InHand { get; init; }

    /// <summary>When the oldest message that it holds was sent; null where it holds none.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>Of which queues it had messages lately.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>When it last settled stories; null where it never did, as of all that stand by.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>What it waits for: the ledger; null for nothing.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>What it has done, stage by stage.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }
}

/// <summary>What was done in one stage since a worker began.</summary>
/// <param name="Name">The stage: read, keep, settle.</param>
/// <param name="Done">How many documents; for settle how many times.</param>
/// <param name="Errors">How many faults; what was done again counts each time.</param>
/// <param name="PerSecond">Of the last minute.</param>
/// <param name="Seconds">Time spent in it, all jobs together.</param>
public sealed record StageReport(string Name, long Done, long Errors, double PerSecond, double Seconds);
