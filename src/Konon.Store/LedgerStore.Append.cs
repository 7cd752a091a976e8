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
        GuardFiles(() =>
        {
            foreach (var document in documents) Documents.Keep(document.Sha256, document.Bytes.Span);
        });
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
        // The bytes, their names included, are on the disk before a row says that they are.
        SyncDocuments();
        var added = Write((_, transaction) =>
        {
            using var appender = NewAppender(transaction);
            var counts = default(AppendCounts);
            foreach (var entry in entries) counts += appender.Append(run.Id, entry);
            foreach (var document in known) counts += appender.Sight(run.Id, document);
            GuardFiles(() => KeepAgain(entries));
            forgotten = appender.Forgotten;
            return counts;
        });
        EraseUnreferenced(forgotten);
        return added;
    }

    internal Appender NewAppender(System.Data.Common.DbTransaction transaction) => new(Database, transaction, _options.Reader, Now());

    /// <summary>Brings what was kept to the disk, names included: from then on others may be told that it is there.</summary>
    /// <exception cref="LedgerException">The disk is failing.</exception>
    public void SyncDocuments() => GuardFiles(Documents.Sync);

    // Bytes that were kept while somebody had them forgotten, and that no row refers to.
    internal void EraseUnreferenced(IReadOnlyList<string> digests)
    {
        foreach (var digest in digests)
        {
            if (Use(connection => connection.QuerySingle<long>("SELECT COUNT(*) FROM documents WHERE sha256 = @digest", new { digest })) == 0) Documents.Erase(digest);
        }
    }

    // Whoever tidies the folder up does it as a writer, too: what is there now will be there when the rows are.
    private void KeepAgain(IReadOnlyList<PreparedEntry> entries)
    {
        var documents = entries.SelectMany(entry => entry.Documents).DistinctBy(document => document.Sha256, StringComparer.Ordinal)
            .ToDictionary(document => document.Sha256, StringComparer.Ordinal);
        foreach (var sha256 in Documents.Missing(documents.Keys)) Documents.Keep(sha256, documents[sha256].Bytes.Span);

        Documents.Sync();
    }

    private void GuardFiles(Action work) => Locate(Documents.Place, () =>
    {
        work();
        return 0;
    });

    private static LedgerFault ReasonOf(IOException fault) =>
        IsFull(fault) ? LedgerFault.Full : IsReadOnly(fault) ? LedgerFault.ReadOnly : LedgerFault.Unreachable;

    // EROFS on Linux and macOS.
    private static bool IsReadOnly(IOException fault) => !OperatingSystem.IsWindows() && (fault.HResult & 0xFFFF) is 30;

    // EDQUOT, a quota used up, is 122 on Linux and 69 on macOS.
    // ENOSPC on Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsFull(IOException fault) => (fault.HResult & 0xFFFF) is 28 or 112 or 39 or 122 or 69;
}
