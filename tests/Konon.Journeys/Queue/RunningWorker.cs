using Konon.Bytes;
using Konon.Queue;
using Konon.Store;

namespace Konon.Journeys.Queue;

/// <summary>A worker within the test's own process, until it is told to end.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly LedgerStore _store;
    private readonly Worker _worker;

    public RunningWorker(QueueDesk desk, Action<Document>? reading = null)
    {
        _store = LedgerStore.Open(desk.Ledger, TimeProvider.System, LedgerOptions.Default with { Create = true,
            Patience = TimeSpan.FromSeconds(5) });
        _worker = Given.Worker(desk, _store, reading ?? (_ => { }));
        Work = Task.Run(() => _worker.RunAsync(_end.Token), CancellationToken.None);
    }

    public Task Work { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Work;
        await _worker.DisposeAsync();
        _store.Dispose();
        _end.Dispose();
    }
}
