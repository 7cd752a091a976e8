namespace Konon.Queue;

/// <summary>What the queue may be told. All who share one must be told the same.</summary>
public sealed record QueueOptions
{
    /// <summary>The defaults.</summary>
    public static QueueOptions Default { get; } = new();

    /// <summary>What the names of its exchanges and queues begin with, so that several ledgers can share one broker.</summary>
    public string Name { get; init; } = "konon";

    /// <summary>Over how many queues documents are spread, and so the most workers that read at a time; 12.</summary>
    /// <remarks>Twelve can be shared evenly by 1, 2, 3, 4, 6 and 12. To change it, let the queues drain and use another name.</remarks>
    public int Shards { get; init; } = 12;

    /// <summary>How many messages of one queue a worker holds at a time; 16.</summary>
    public int Prefetch { get; init; } = 16;

    /// <summary>How many messages may wait for the broker's word that it has them; 400.</summary>
    /// <remarks>One by one 1,000 messages a second were confirmed, in windows of 400 14,000, beyond that no more.</remarks>
    public int Window { get; init; } = 400;

    /// <summary>A message that came back so often is read alone from then on, so that what kills a worker costs only itself; 2.</summary>
    public int SuspectAfter { get; init; } = 2;

    /// <summary>A message that came back more often than this while it was read alone is dead; 4.</summary>
    public int Tries { get; init; } = 4;
}
