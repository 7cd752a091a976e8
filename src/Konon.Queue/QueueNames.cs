using System.Globalization;

namespace Konon.Queue;

/// <summary>What the broker calls the parts of a queue.</summary>
internal sealed class QueueNames(QueueOptions options)
{
    /// <summary>Where documents are sent to; spreads them by address.</summary>
    public string Documents { get; } = options.Name + ".documents";

    /// <summary>Documents that are read alone, since they came back.</summary>
    public string Suspects { get; } = options.Name + ".suspects";

    /// <summary>Where suspects go that came back too often, and the queue of whatever cannot be read; one name for both.</summary>
    public string Dead { get; } = options.Name + ".dead";

    /// <summary>Notes that something was added whose stories are to be settled.</summary>
    public string Stories { get; } = options.Name + ".stories";

    /// <summary>A queue that never has a message: who consumes it is a worker, so that workers can be counted.</summary>
    public string Workers { get; } = options.Name + ".workers";

    /// <summary>Where all workers are asked how they are.</summary>
    public string Ask { get; } = options.Name + ".ask";

    /// <summary>The queues of documents, in order.</summary>
    public IReadOnlyList<string> Shards { get; } =
        [.. Enumerable.Range(0, options.Shards).Select(i => string.Create(CultureInfo.InvariantCulture, $"{options.Name}.documents.{i}"))];
}
