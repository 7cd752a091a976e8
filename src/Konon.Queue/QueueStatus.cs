namespace Konon.Queue;

/// <summary>How the queue and its workers are at one moment.</summary>
public sealed record QueueStatus
{
    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The broker's address, without name and password.</summary>
    public required string Broker { get; init; }

    /// <summary>Documents that wait; those that workers have in hand are not among them.</summary>
    public required long Waiting { get; init; }

    /// <summary>Documents that workers have in hand.</summary>
    public required long InHand { get; init; }

    /// <summary>Documents that wait to be read alone, since they came back.</summary>
    public required long Suspects { get; init; }

    /// <summary>Documents that could not be read, for <c>konon dead</c>.</summary>
    public required long Dead { get; init; }

    /// <summary>Notes that wait for stories to be settled.</summary>
    public required long Notes { get; init; }

    /// <summary>How long ago the oldest document was sent that is not done, in seconds; null where there is none.</summary>
    public double? OldestSeconds { get; init; }

    /// <summary>The workers that answered, by name.</summary>
    public required IReadOnlyList<WorkerReport> Workers { get; init; }

    /// <summary>How many workers the broker knows; more than answered where some are busy or hang.</summary>
    public required long WorkersKnown { get; init; }

    /// <summary>What all that answered have done, stage by stage.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }
}
