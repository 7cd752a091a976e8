using System.Data.Common;
using Konon.Bytes;
using Konon.Ledger;

namespace Konon.Store;

/// <summary>Tells what the ledger knows of a document. Not thread-safe; some tens of microseconds a document.</summary>
public sealed class DocumentLookup : IDisposable
{
    private readonly ILedgerDatabase _database;
    private readonly LedgerRun _run;
    private readonly string _reader;
    private Session? _session;

    internal DocumentLookup(ILedgerDatabase database, LedgerRun run, string reader)
    {
        (_database, _run, _reader) = (database, run, reader);
        _session = new Session(database.Open());
    }

    /// <summary>What is known of a document.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public DocumentState Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            return _database.Persist(() => Ask(document), mayRepeat: true);
        }
        catch (DbException fault)
        {
            throw new LedgerException(_database.Location, _database.FaultOf(fault) ?? LedgerFault.Unreachable, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session?.Dispose();

    // A connection that broke is of no more use; whoever asks again gets a new one.
    private DocumentState Ask(Document document)
    {
        try
        {
            return StateOf(document, _session ??= new Session(_database.Open()));
        }
        catch (DbException)
        {
            _session?.Dispose();
            _session = null;
            throw;
        }
    }

    private DocumentState StateOf(Document document, Session session)
    {
        if (session.Forgotten.Number(document.Sha256) is not null) return DocumentState.Forgotten;
        if (_run.IsResumed && session.Seen.Number(document.Sha256, _run.Id, document.Input) is not null) return DocumentState.SeenInThisRun;
        var label = DocumentDigest.Of(DocumentLabel.Write(document));
        return session.Known.Number(document.Sha256, label, _reader) is null ? DocumentState.New : DocumentState.Known;
    }

    // A connection with what is asked on it.
    private sealed class Session(DbConnection connection) : IDisposable
    {
        public Statement Seen { get; } = new(
            connection,
            null,
            """
            SELECT 1 FROM documents JOIN sightings ON sightings.document_id = documents.id
            WHERE documents.sha256 = @0 AND sightings.run_id = @1 AND sightings.input = @2
            """,
            3);

        public Statement Known { get; } = new(
            connection,
            null,
            """
            SELECT reads.reading_id FROM documents
            JOIN reads ON reads.document_id = documents.id
            JOIN labels ON labels.id = reads.label_id
            JOIN readers ON readers.id = reads.reader_id
            WHERE documents.sha256 = @0 AND labels.digest = @1 AND readers.name = @2
            """,
            3);

        public Statement Forgotten { get; } = new(
            connection, null, "SELECT 1 FROM tombstones WHERE kind = 'document' AND digest = @0", 1);

        public void Dispose()
        {
            Seen.Dispose();
            Known.Dispose();
            Forgotten.Dispose();
            connection.Dispose();
        }
    }
}
