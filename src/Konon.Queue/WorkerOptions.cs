namespace Konon.Queue;

/// <summary>What one worker may be told.</summary>
public sealed record WorkerOptions
{
    /// <summary>The defaults.</summary>
    public static WorkerOptions Default { get; } = new();

    /// <summary>How many documents it reads at a time, from 1; one for each core.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether it reads documents.</summary>
    public bool Reads { get; init; } = true;

    /// <summary>Whether it stands by to settle stories, which one of all workers does at a time.</summary>
    public bool Settles { get; init; } = true;

    /// <summary>What it is called in reports; the machine's name and the process's number.</summary>
    public string Name { get; init; } =
        Environment.MachineName + ":" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How long it may go on with what is in hand when it is told to end; 15 s. What is not done by then is read by
    /// another.</summary>
    public TimeSpan LongestEnd { get; init; } = TimeSpan.FromSeconds(15);
}
