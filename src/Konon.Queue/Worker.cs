using System.Threading.Channels;
using Konon.Store;
using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Takes documents from the queue, reads them, and keeps what it read; any number of workers may do so at a time.</summary>
/// <remarks>
/// Whatever is lost on the way, a connection, the broker, the ledger, another worker, is waited for or taken over. A message is
/// acknowledged when its effect is kept, and a message that comes twice has no second effect.
/// </remarks>
public sealed class Worker : IAsyncDisposable
{
    private readonly LedgerStore _store;
    private readonly BrokerLink _link;
    private readonly WorkerOptions _options;
    private readonly DocumentReading _read;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly WorkCounts _counts;
    private readonly LedgerPatience _patience;
    private readonly Outbox _outbox;
    private readonly Undertaker _undertaker;
    private readonly Committer _committer;
    private readonly StoryAssigner _assigner;
    private readonly SuspectGate _gate;
    private readonly Channel<Delivered> _arrived = Channel.CreateUnbounded<Delivered>();
    private readonly Channel<Delivered> _suspects = Channel.CreateUnbounded<Delivered>();
    private readonly DateTimeOffset _since;
    private readonly string _broker;
    private WorkerSession? _session;

    /// <summary>A worker on a ledger.</summary>
    /// <param name="store">The ledger; stays the caller's.</param>
    /// <param name="broker">Where the queue is.</param>
    /// <param name="queue">The queue, as those who send know it.</param>
    /// <param name="options">What this worker does.</param>
    /// <param name="read">How documents are read.</param>
    /// <param name="log">Told what happens.</param>
    /// <param name="time">The clock.</param>
    public Worker(
        LedgerStore store, BrokerAddress broker, QueueOptions queue, WorkerOptions options, DocumentReading read, ILogger log,
            TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(broker);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Jobs, 1, nameof(options));
        (_store, _options, _read, _log, _time, _broker) = (store, options, read, log, time, broker.ToString());
        _since = time.GetUtcNow();
        _link = new BrokerLink(broker, queue, log, time);
        _counts = new WorkCounts(time, () => InHand);
        _patience = new LedgerPatience(log, time);
        _outbox = new Outbox(_link, "konon worker " + options.Name + " out", log, time);
        _undertaker = new Undertaker(_outbox, _link.Names, options.Name, log, _counts, time);
        _committer = new Committer(store, _patience, _outbox, _undertaker, _link.Names, _counts, log, time) { IsAll = count =>
            InHand <= count };
        _assigner = new StoryAssigner(store, _patience, _counts, log, time);
        _gate = new SuspectGate(options.Jobs);
    }

    private int InHand => _session?.InHand.Count() ?? 0;

    /// <summary>Works until it is told to end; then ends what it is reading, keeps it, and leaves the rest to others.</summary>
    /// <exception cref="BrokerException">The broker does not let us in.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var leave = new CancellationTokenSource();
        // Told to end from outside, or by a part that cannot go on.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var late = ending.Token.Register(() => leave.CancelAfter(_options.LongestEnd));
        var readers = Enumerable.Range(0, _options.Jobs).Select(_ =>
            PartAsync(() => ReadAsync(ending.Token, leave.Token), ending)).ToList();
        var suspects = PartAsync(() => ReadSuspectsAsync(ending.Token, leave.Token), ending);
        var committer = PartAsync(() => _committer.RunAsync(leave.Token), ending);
        var assigner = PartAsync(() => _assigner.RunAsync(ending.Token), ending);
        try
        {
            await TakePartAsync(ending.Token);
            _log.Ending(InHand);
        }
        finally
        {
            await ending.CancelAsync();
            _arrived.Writer.TryComplete();
            _suspects.Writer.TryComplete();
            await Task.WhenAll([.. readers, suspects]);
            _committer.Complete();
            await Task.WhenAll(committer, assigner);
            if (_session is not null) await _session.DisposeAsync();
        }

        _log.Ended();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _outbox.DisposeAsync();
        _counts.Dispose();
        _gate.Dispose();
    }

    /// <summary>One session after the other.</summary>
    private async Task TakePartAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var session = await WorkerSession.OpenAsync(_link, "konon worker " + _options.Name, _log, _time, stop);
                if (_session is not null) await _session.DisposeAsync();
                _session = session;
                await session.AnswerAsync(Report, stop);
                if (_options.Settles) await session.TakeNotesAsync(_assigner.Take, stop);
                if (_options.Reads) await session.TakeDocumentsAsync(Arrive, suspect => _suspects.Writer.TryWrite(suspect), stop);
                _log.AtWork(_broker);
                if (await session.RunAsync(stop) is not { } why) return;
                _log.LeftBroker(why);
            }
            catch (Exception fault) when (stop.IsCancellationRequested && BrokerFaults.IsTransient(fault))
            {
                return;
            }
            catch (Exception fault) when (BrokerFaults.IsTransient(fault))
            {
                _log.LeftBroker(BrokerFaults.WordsOf(fault));
            }
        }
    }

    private void Arrive(Delivered delivered) => _arrived.Writer.TryWrite(delivered);

    private async Task ReadAsync(CancellationToken stop, CancellationToken leave)
    {
        using var reader = new DocumentReader(_store, _read, _log, _time);
        await foreach (var delivered in _arrived.Reader.ReadAllAsync(leave))
        {
            // What is told to end begins nothing more; a message of a connection that went is another's by now.
            if (stop.IsCancellationRequested || !delivered.IsLive) continue;
            await _gate.EnterAsync(leave);
            try
            {
                await ReadOneAsync(reader, delivered, leave);
            }
            finally
            {
                _gate.Leave();
            }
        }
    }

    private async Task ReadSuspectsAsync(CancellationToken stop, CancellationToken leave)
    {
        using var reader = new DocumentReader(_store, _read, _log, _time);
        await foreach (var delivered in _suspects.Reader.ReadAllAsync(leave))
        {
            if (stop.IsCancellationRequested || !delivered.IsLive) continue;
            await _gate.EnterAloneAsync(leave);
            try
            {
                // Alone until it is kept: its rows, too, may be what ends the process.
                if (await ReadOneAsync(reader, delivered, leave) is { } read) await read.Left.WaitAsync(leave);
            }
            finally
            {
                _gate.LeaveAlone();
            }
        }
    }

    private async Task<ReadDocument?> ReadOneAsync(DocumentReader reader, Delivered delivered, CancellationToken leave)
    {
        DocumentMessage message;
        try
        {
            message = DocumentMessage.Parse(delivered.Body);
        }
        catch (FormatException fault)
        {
            await _undertaker.BuryAsync(delivered, null, fault.Message, isRefused: false, leave);
            return null;
        }

        if (delivered.Times >= _link.Options.SuspectAfter && delivered.Queue != _link.Names.Suspects)
        {
            _log.Suspected(message.Id, delivered.Times);
            await _outbox.SendAsync(new OutMessage("", _link.Names.Suspects, message.Id, delivered.Body), leave);
            await delivered.AckAsync();
            return null;
        }

        return await ReadAsync(reader, delivered, message, leave);
    }

    private async Task<ReadDocument?> ReadAsync(DocumentReader reader, Delivered delivered, DocumentMessage message,
        CancellationToken leave)
    {
        ReadResult result;
        var started = _time.GetTimestamp();
        try
        {
            result = await _patience.DoAsync(() => reader.Read(message), () => _counts.Fail(Stage.Read), leave);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program on one document costs that document, and says which.
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            result = new ReadResult { Dead = $"a fault in konon, please report it: {fault.GetType().Name}: {fault.Message}" };
        }

        _counts.Done(Stage.Read, started);
        if (result.Dead is { } reason)
        {
            if (!result.IsRefused) _counts.Fail(Stage.Read);
            await _undertaker.BuryAsync(delivered, message, reason, result.IsRefused, leave);
            return null;
        }

        if (result.IsForgotten)
        {
            _log.Forgotten(message.Sha256, message.Input);
            await delivered.AckAsync();
            _counts.Leave("forgotten");
            return null;
        }

        var read = new ReadDocument(delivered, message, result);
        _committer.Take(read);
        return read;
    }

    private WorkerReport Report()
    {
        var inHand = _session?.InHand.ToList() ?? [];
        return new WorkerReport
        {
            Name = _options.Name,
            Reader = Konon.Ledger.Reader.Name,
            Since = _since,
            InHand = inHand.Count,
            Oldest = inHand.Select(SentAt).Min(),
            Queues = _session?.Queues ?? [],
            SettledAt = _assigner.SettledAt,
            Stages = _counts.Report(),
        };
    }

    private static DateTimeOffset? SentAt(Delivered delivered)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(DocumentMessage.Parse(delivered.Body).SentAt);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task PartAsync(Func<Task> part, CancellationTokenSource ending)
    {
        try
        {
            await Task.Run(part, CancellationToken.None);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Told to end, whoever could not end in time leaves its messages to others.
        }
        catch
        {
            await ending.CancelAsync();
            throw;
        }
    }
}
