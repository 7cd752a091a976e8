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
        return Write((_, transaction) =>
        {
            using var appender = NewAppender(transaction);
            var counts = default(AppendCounts);
            foreach (var entry in entries) counts += appender.Append(run.Id, entry);
            foreach (var document in known) counts += appender.Sight(run.Id, document);
            return counts;
        });
    }

    internal Appender NewAppender(System.Data.Common.DbTransaction transaction) => new(Database, transaction, _options.Reader, Now());

    // ENOSPC on Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 112 or 39;
}
