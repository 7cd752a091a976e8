using Konon.Bytes;
using Konon.Ledger;
using Konon.Store;
using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Keeps documents and sends them to be read, in windows; waits for a broker or disk that is away.</summary>
/// <remarks>Thread-safe, but for <see cref="FlushAsync"/>.</remarks>
public sealed class DocumentSender : IAsyncDisposable
{
    private readonly LedgerStore _store;
    private readonly BrokerLink _link;
    private readonly Outbox _outbox;
    private readonly TimeProvider _time;
    private readonly LedgerRun _run;
    private readonly LedgerPatience _patience;
    private readonly List<Task> _underWay = [];

    /// <summary>A sender for one run.</summary>
    /// <param name="store">The ledger whose folder the bytes are kept in.</param>
    /// <param name="run">The run that sees the documents.</param>
    /// <param name="broker">Where to send them.</param>
    /// <param name="options">The queue.</param>
    /// <param name="log">Told when the broker is away.</param>
    /// <param name="time">The clock.</param>
    public DocumentSender(LedgerStore store, LedgerRun run, BrokerAddress broker, QueueOptions options, ILogger log, TimeProvider time)
    {
        (_store, _run, _time) = (store, run, time);
        _link = new BrokerLink(broker, options, log, time);
        _patience = new LedgerPatience(log, time);
        _outbox = new Outbox(_link, "konon enqueue", log, time);
    }

    /// <summary>How many messages the broker has.</summary>
    public long Sent => _outbox.Sent;

    /// <summary>Connects, so that a wrong address is known at once; later on a broker that is away is waited for.</summary>
    /// <exception cref="BrokerException">It is not there.</exception>
    public async Task ConnectAsync(CancellationToken cancel)
    {
        await _outbox.ConnectAsync(cancel);
        Patiently(() => _store.NoteQueue(_link.Options.Name));
    }

    /// <summary>Keeps the bytes of a document, and makes its message.</summary>
    public DocumentMessage Keep(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var label = DocumentLabel.Write(document);
        var isLong = label.Length > DocumentMessage.LongestLabel;
        var labelDigest = isLong ? DocumentDigest.Of(label) : null;
        var apart = new Document { Input = document.Input, Bytes = label, Sha256 = labelDigest ?? "" };
        Patiently(() => _store.KeepDocuments(isLong ? [document, apart] : [document]));
        return new DocumentMessage
        {
            Input = document.Input,
            Sha256 = document.Sha256,
            Run = _run.Id,
            FetchedAt = document.Delivery?.FetchedAt?.ToUnixTimeMilliseconds(),
            SentAt = _time.GetUtcNow().ToUnixTimeMilliseconds(),
            Label = isLong ? default : label,
            LabelDigest = labelDigest,
        };
    }

    /// <summary>Sends kept documents; returns when there is room for more, not yet when the broker has them.</summary>
    /// <param name="messages">The messages, and the keys of the queues that they go to.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task SendAsync(IReadOnlyList<(DocumentMessage Message, string Key)> messages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(messages);
        // The names of the files are on the disk before a message says that they are there.
        Patiently(_store.SyncDocuments);
        _underWay.RemoveAll(task => task.IsCompletedSuccessfully);
        while (_underWay.Count >= _link.Options.Window)
        {
            await Task.WhenAny(_underWay);
            foreach (var done in _underWay.FindAll(task => task.IsCompleted)) await done;
            _underWay.RemoveAll(task => task.IsCompletedSuccessfully);
        }

        foreach (var (message, key) in messages)
        {
            _underWay.Add(_outbox.SendAsync(new OutMessage(_link.Names.Documents, key, message.Id, message.ToBytes()), cancel));
        }
    }

    /// <summary>Waits until the broker has all that was sent.</summary>
    public async Task FlushAsync()
    {
        await Task.WhenAll(_underWay);
        _underWay.Clear();
    }

    /// <summary>Takes note that known documents were seen again, which needs no worker.</summary>
    public void Sight(IReadOnlyList<Document> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.Count > 0) Patiently(() => _store.Append(_run, [], known));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    // A disk or database that is away is waited for.
    private void Patiently(Action work) => _patience.DoAsync(
        () =>
        {
            work();
            return 0;
        },
        null,
        CancellationToken.None).GetAwaiter().GetResult();
}
