using System.Data.Common;
using Konon.Bytes;
using Konon.Ledger;

namespace Konon.Store;

/// <summary>Tells what the ledger knows of a document. Not thread-safe; some tens of microseconds a document.</summary>
public sealed class DocumentLookup : IDisposable
{
    private readonly ILedgerDatabase _database;
    private readonly DbConnection _connection;
    private readonly LedgerRun _run;
    private readonly string _reader;
    private readonly Statement _seen;
    private readonly Statement _known;
    private readonly Statement _forgotten;

    internal DocumentLookup(ILedgerDatabase database, LedgerRun run, string reader)
    {
        _database = database;
        _run = run;
        _reader = reader;
        _connection = database.Open();
        _seen = new Statement(
            _connection,
            null,
            """
            SELECT 1 FROM documents JOIN sightings ON sightings.document_id = documents.id
            WHERE documents.sha256 = @0 AND sightings.run_id = @1 AND sightings.input = @2
            """,
            3);
        _known = new Statement(
            _connection,
            null,
            """
            SELECT reads.reading_id FROM documents
            JOIN reads ON reads.document_id = documents.id
            JOIN labels ON labels.id = reads.label_id
            JOIN readers ON readers.id = reads.reader_id
            WHERE documents.sha256 = @0 AND labels.digest = @1 AND readers.name = @2
            """,
            3);
        _forgotten = new Statement(_connection, null, "SELECT 1 FROM tombstones WHERE kind = 'document' AND digest = @0", 1);
    }

    /// <summary>What is known of a document.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public DocumentState Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        try
        {
            return StateOf(document);
        }
        catch (DbException fault)
        {
            throw new LedgerException(_database.Location, _database.FaultOf(fault) ?? LedgerFault.Unreachable, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _seen.Dispose();
        _known.Dispose();
        _forgotten.Dispose();
        _connection.Dispose();
    }

    private DocumentState StateOf(Document document)
    {
        if (_forgotten.Number(document.Sha256) is not null) return DocumentState.Forgotten;
        if (_run.IsResumed && _seen.Number(document.Sha256, _run.Id, document.Input) is not null) return DocumentState.SeenInThisRun;
        var label = PreparedEntry.Hex(DocumentLabel.Write(document));
        return _known.Number(document.Sha256, label, _reader) is null ? DocumentState.New : DocumentState.Known;
    }
}
