using Konon.Bytes;
using Konon.Store;
using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Tells what the ledger knows of a document, however long the ledger is away. Not thread-safe.</summary>
/// <param name="store">The ledger.</param>
/// <param name="run">The run that sees the documents.</param>
/// <param name="log">Told when the ledger is away.</param>
/// <param name="time">The clock.</param>
public sealed class SteadyLookup(LedgerStore store, LedgerRun run, ILogger log, TimeProvider time) : IDisposable
{
    private readonly LedgerPatience _patience = new(log, time);
    private DocumentLookup? _lookup;

    /// <summary>What is known of a document.</summary>
    public Task<DocumentState> OfAsync(Document document, CancellationToken cancel) => _patience.DoAsync(() => Of(document), null, cancel);

    /// <summary>The same, once.</summary>
    /// <exception cref="LedgerException">The ledger is away.</exception>
    internal DocumentState Of(Document document)
    {
        try
        {
            _lookup ??= store.LookUp(run);
            return _lookup.Of(document);
        }
        catch
        {
            // Its connection may be the one that broke.
            Interlocked.Exchange(ref _lookup, null)?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lookup?.Dispose();
}
