using Dapper;
using Konon.Bytes;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Keeps the bytes of an entry's documents. Thread-safe; to be done before the entry is appended.</summary>
    /// <exception cref="LedgerException">The disk is full or may not be written.</exception>
    public void KeepDocuments(IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        try
        {
            foreach (var document in documents) Documents.Keep(document.Sha256, document.Bytes.Span);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new LedgerException(Location + ".files", LedgerFault.ReadOnly, fault);
        }
        catch (IOException fault)
        {
            throw new LedgerException(Location + ".files", IsFull(fault) ? LedgerFault.Full : LedgerFault.Unreachable, fault);
        }
    }

    /// <summary>Appends readings, and sightings of documents that are known, in one transaction.</summary>
    /// <param name="run">The run that saw them.</param>
    /// <param name="entries">What was read; its documents are kept already.</param>
    /// <param name="known">Documents that <see cref="LookUp"/> called known.</param>
    /// <returns>How much of it was new. Appending the same again changes nothing.</returns>
    public AppendCounts Append(LedgerRun run, IReadOnlyList<PreparedEntry> entries, IReadOnlyList<Document> known)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(known);
        List<string> forgotten = [];
        var added = Write((_, transaction) =>
        {
            using var appender = new Appender(Database, transaction, _options.Reader, Now());
            var counts = default(AppendCounts);
            foreach (var entry in entries) counts += appender.Append(run.Id, entry);
            foreach (var document in known) counts += appender.Sight(run.Id, document);
            forgotten = appender.Forgotten;
            return counts;
        });
        EraseUnreferenced(forgotten);
        return added;
    }

    // Bytes that were kept while somebody had them forgotten, and that no row refers to.
    private void EraseUnreferenced(List<string> digests)
    {
        foreach (var digest in digests)
        {
            if (Use(connection => connection.QuerySingle<long>("SELECT COUNT(*) FROM documents WHERE sha256 = @digest", new { digest })) == 0) Documents.Erase(digest);
        }
    }

    // ENOSPC on Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 112 or 39;
}
