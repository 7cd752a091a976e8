using System.Diagnostics;
using System.Threading.Channels;
using Konon.Store;
using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Settles stories when something was added; of all workers the broker lets one do so at a time, and another when that is
/// gone.</summary>
/// <remarks>
/// Stories are a function of what the ledger holds, so whoever takes over begins from the ledger and nothing is handed over. They cross
/// languages, by names and numbers, so all languages are one group and have one queue. A note that is lost costs nothing either: who stands
/// by looks now and then.
/// </remarks>
internal sealed class StoryAssigner(LedgerStore store, LedgerPatience patience, WorkCounts counts, ILogger log, TimeProvider time)
{
    // Notes that come together are one settling; a story then shows a new report within seconds.
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(30);

    // Settling takes as long as there are articles, and writers wait for it: at most a tenth of all time goes to it.
    private const int Rest = 9;

    private readonly Channel<Delivered> _notes = Channel.CreateUnbounded<Delivered>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>When stories were settled last; null for never.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Takes a note.</summary>
    public void Take(Delivered note) => _notes.Writer.TryWrite(note);

    /// <summary>Goes on until it is told to end.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var pause = Gather;
            while (true)
            {
                if (!await WaitAsync(stop)) continue;
                await Task.Delay(pause, time, stop);
                var watch = Stopwatch.StartNew();
                await SettleAsync(stop);
                pause = Max(Gather, watch.Elapsed * Rest);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not settled is noted still, and settled by another.
        }
    }

    private async Task<bool> WaitAsync(CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(Glance);
        try
        {
            return await _notes.Reader.WaitToReadAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task SettleAsync(CancellationToken stop)
    {
        var notes = new List<Delivered>();
        while (_notes.Reader.TryRead(out var note)) notes.Add(note);
        if (!notes.Exists(note => note.IsLive)) return;
        var started = time.GetTimestamp();
        await patience.DoAsync(
            () =>
            {
                store.SettleStories();
                return 0;
            },
            () => counts.Fail(Stage.Settle),
            stop);
        counts.Done(Stage.Settle, started);
        SettledAt = time.GetUtcNow();
        log.Settled((long)time.GetElapsedTime(started).TotalMilliseconds, notes.Count);
        foreach (var note in notes) await note.AckAsync();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
