using Dapper;
using Konon.Store.Sqlite;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Copies the ledger as it is at one moment, while others may write; a second time only what is new is copied.</summary>
    /// <remarks>
    /// The rows are copied to a file beside the destination, then the documents that they need, and last the rows to the destination in
    /// one transaction: at every moment the destination is a whole ledger, the older one or the newer one. What was forgotten since is
    /// erased from it.
    /// </remarks>
    /// <param name="destination">The file of the copy; its documents lie beside it.</param>
    /// <param name="progress">Told how many documents are copied; null where nobody asks.</param>
    /// <returns>How many documents were copied and erased.</returns>
    /// <exception cref="LedgerException">The ledger cannot be read, the destination not be written, or it is no ledger.</exception>
    public BackupCounts BackUp(string destination, Action<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(destination);
        return Guard(() => Locate(destination, () => Sound(Location, () => CopyTo(destination, progress))));
    }

    private BackupCounts CopyTo(string destination, Action<long>? progress)
    {
        RefuseStranger(destination);
        var between = destination + ".part";
        DeleteDatabase(between);
        if (!Database.TryCopyTo(between)) CarryTo(between);
        var counts = default(BackupCounts);
        try
        {
            var vault = new DocumentVault(destination + ".files");
            var needed = DocumentsOf(between);
            CrashPoints.Reach("backup.before-copy");
            counts = CopyDocuments(needed, vault, progress);
            vault.Sync();
            CrashPoints.Reach("backup.after-copy");
            using (var copy = new SqliteDatabase(between)) copy.TryCopyTo(destination);
            // Last, so that the copy which stood there before is whole until the new one is.
            foreach (var sha256 in vault.All().Where(sha256 => !needed.Contains(sha256)).ToList())
            {
                vault.Erase(sha256);
                counts = counts with { Erased = counts.Erased + 1 };
            }

            vault.Tidy(DateTimeOffset.MaxValue);
        }
        finally
        {
            DeleteDatabase(between);
        }

        return counts;
    }

    // As a history, so that the copy is a ledger like any other: one moment's, whatever others write.
    private void CarryTo(string path)
    {
        var between = path + ".jsonl";
        try
        {
            using (var written = File.Create(between)) ExportHistory(written, withDocuments: false);
            using var copy = Open(path, _time, LedgerOptions.Default with { Schema = _options.Schema, Create = true });
            using var read = File.OpenRead(between);
            copy.Import(read);
        }
        finally
        {
            File.Delete(between);
        }
    }

    private BackupCounts CopyDocuments(HashSet<string> needed, DocumentVault vault, Action<long>? progress)
    {
        var copied = 0;
        var missing = 0;
        foreach (var sha256 in needed.Where(sha256 => !vault.Has(sha256)))
        {
            // Checked against its name on the way: a copy of a damaged file would be a second damaged file.
            if (Documents.Get(sha256) is { } bytes)
            {
                vault.Keep(sha256, bytes);
                copied++;
                progress?.Invoke(copied);
            }
            else
            {
                missing++;
            }
        }

        return new BackupCounts(copied, 0, missing);
    }

    private static HashSet<string> DocumentsOf(string path)
    {
        using var database = new SqliteDatabase(path);
        using var connection = database.Open();
        return connection.Query<string>("SELECT sha256 FROM documents").ToHashSet(StringComparer.Ordinal);
    }

    // A file of somebody else's must not be overwritten by a slip in the command line.
    private void RefuseStranger(string destination)
    {
        if (Database is SqliteDatabase && Path.GetFullPath(destination) == Path.GetFullPath(Location)) throw new LedgerException(destination, LedgerFault.Itself);
        using var database = new SqliteDatabase(destination);
        if (!database.Exists) return;
        using var there = Open(destination, _time, LedgerOptions.Default with { Schema = _options.Schema, Create = true });
    }

    private static T Locate<T>(string place, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new LedgerException(place, LedgerFault.ReadOnly, fault);
        }
        catch (IOException fault)
        {
            throw new LedgerException(place, ReasonOf(fault), fault);
        }
    }

    private static void DeleteDatabase(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(path + suffix);
    }
}

/// <summary>What came of a backup.</summary>
/// <param name="Copied">Documents that the destination did not have.</param>
/// <param name="Erased">Documents that the ledger does not have any more.</param>
/// <param name="Missing">Documents that the ledger itself has lost; <c>konon verify</c> says which.</param>
public readonly record struct BackupCounts(int Copied, int Erased, int Missing);
