using System.Diagnostics;
using System.Threading.Channels;
using Konon.Store;
using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Keeps what was read, batch by batch, and acknowledges what is kept.</summary>
/// <remarks>
/// The order is the whole of it: rows committed, a note sent that stories are to be settled, messages acknowledged. Whoever is killed in
/// between leaves messages that come again and are found kept.
/// </remarks>
internal sealed class Committer(
    LedgerStore store, LedgerPatience patience, Outbox outbox, Undertaker undertaker, QueueNames names, WorkCounts counts, ILogger log,
        TimeProvider time)
{
    // As add does: a commit costs some milliseconds for the disk, at 128 a hundredth of the work. Whoever has no more does not wait.
    private const int Batch = 128;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300);
    private static readonly byte[] Note = "{\"v\":1}"u8.ToArray();

    private readonly Channel<ReadDocument> _read =
        Channel.CreateUnbounded<ReadDocument>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Whether nothing else is in hand, so that a batch need not wait.</summary>
    public required Func<int, bool> IsAll { get; init; }

    /// <summary>Takes a document that was read.</summary>
    public void Take(ReadDocument document) => _read.Writer.TryWrite(document);

    /// <summary>Says that no more will come.</summary>
    public void Complete() => _read.Writer.TryComplete();

    /// <summary>Keeps what comes until no more will.</summary>
    /// <param name="cancel">Leaves the rest to others.</param>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await _read.Reader.WaitToReadAsync(cancel))
        {
            var batch = await CollectAsync(cancel);
            await KeepAsync(batch, cancel);
        }
    }

    private async Task<List<ReadDocument>> CollectAsync(CancellationToken cancel)
    {
        var batch = new List<ReadDocument>();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            while (batch.Count < Batch && _read.Reader.TryRead(out var document)) batch.Add(document);
            var left = LongestWait - watch.Elapsed;
            if (batch.Count >= Batch || left <= TimeSpan.Zero || IsAll(batch.Count)) return batch;
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            enough.CancelAfter(left);
            try
            {
                if (!await _read.Reader.WaitToReadAsync(enough.Token)) return batch;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return batch;
            }
        }
    }

    private async Task KeepAsync(List<ReadDocument> batch, CancellationToken cancel)
    {
        foreach (var run in batch.GroupBy(document => document.Message.Run).ToList()) await KeepAsync(run.Key, [.. run], cancel);
    }

    private async Task KeepAsync(long run, List<ReadDocument> batch, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        try
        {
            await patience.DoAsync(() => Append(run, batch), () => counts.Fail(Stage.Keep), cancel);
        }
#pragma warning disable CA1031 // The last resort: what cannot be kept costs itself, and says why.
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            counts.Fail(Stage.Keep);
            await KeepAloneAsync(run, batch, fault, cancel);
            return;
        }

        counts.Done(Stage.Keep, started, batch.Count);
        log.Kept(batch.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
        await outbox.SendAsync(new OutMessage("", names.Stories, "note", Note), cancel);
        foreach (var document in batch)
        {
            await document.From.AckAsync();
            counts.Leave(document.Result.Entry is null ? "known" : "kept");
            document.Leave();
            Say(document);
        }
    }

    private void Say(ReadDocument document)
    {
        var message = document.Message;
        if (document.Result.Entry is { } entry) log.ArticleKept(entry.Key.Id, message.Sha256, message.Input);
        else log.SightingKept(message.Sha256, message.Input);
    }

    // One that the database will not have must not take its neighbours along.
    private async Task KeepAloneAsync(long run, List<ReadDocument> batch, Exception fault, CancellationToken cancel)
    {
        if (batch is [var alone])
        {
            await undertaker.BuryAsync(alone.From, alone.Message, $"could not be kept: {fault.GetType().Name}: {fault.Message}",
                isRefused: false, cancel);
            alone.Leave();
            return;
        }

        log.BatchFailed(batch.Count, fault.Message);
        foreach (var document in batch) await KeepAsync(run, [document], cancel);
    }

    private AppendCounts Append(long run, List<ReadDocument> batch) => store.Append(
        new LedgerRun(run, 0),
        [.. batch.Select(document => document.Result.Entry).OfType<PreparedEntry>()],
        [.. batch.Select(document => document.Result.Known).OfType<Konon.Bytes.Document>()]);
}
