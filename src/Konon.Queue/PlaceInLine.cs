using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>A worker's place in line at every queue of documents.</summary>
/// <remarks>
/// The broker gives each queue's messages to the first in its line alone (single active consumer), so that one address is read by one
/// worker at a time, and to the next when the first is gone. Whoever began first stands first everywhere: who has more than its share
/// therefore steps back to the end of the line, which is all that workers do about each other. What is in hand then is ended while the
/// next one begins, so two may hold the same address for a moment; the ledger does not mind.
/// </remarks>
internal sealed class PlaceInLine(Intake intake, QueueNames names, Action<Delivered> arrived, ILogger log, TimeProvider time)
{
    // A queue counts as held by whoever had a message of it lately; one without messages needs no sharing.
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, string> _consumers = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> _lastAt = new(StringComparer.Ordinal);

    /// <summary>The queues that it had messages of lately, in order.</summary>
    public IReadOnlyList<string> Held => [.. names.Shards.Where(IsHeld)];

    /// <summary>Gets in line everywhere.</summary>
    public async Task EnterAsync(CancellationToken cancel)
    {
        // Counted before it takes anything, so that those who have all see it.
        await intake.ConsumeAsync(names.Workers, _ => { }, cancel);
        foreach (var shard in names.Shards) await EnterAsync(shard, cancel);
    }

    /// <summary>Steps back where it has more than its share.</summary>
    public async Task ShareAsync(CancellationToken cancel)
    {
        var workers = Math.Max(1, await intake.ConsumersOfAsync(names.Workers, cancel));
        var held = Held;
        var share = (names.Shards.Count + workers - 1) / workers;
        foreach (var shard in held.Skip((int)share))
        {
            log.SteppedBack(shard, held.Count, names.Shards.Count, workers);
            await intake.CancelAsync(_consumers[shard], cancel);
            _lastAt.TryRemove(shard, out _);
            await EnterAsync(shard, cancel);
        }
    }

    /// <summary>Leaves all lines; what is in hand stays.</summary>
    public async Task LeaveAsync(CancellationToken cancel)
    {
        foreach (var consumer in _consumers.Values) await intake.CancelAsync(consumer, cancel);
        _consumers.Clear();
    }

    private async Task EnterAsync(string shard, CancellationToken cancel) => _consumers[shard] = await intake.ConsumeAsync(
        shard,
        delivered =>
        {
            _lastAt[shard] = time.GetTimestamp();
            arrived(delivered);
        },
        cancel);

    private bool IsHeld(string shard) => _lastAt.TryGetValue(shard, out var at) && time.GetElapsedTime(at) < Lately;
}
