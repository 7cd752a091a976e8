using System.Data.Common;
using Konon.Store.Sqlite;

namespace Konon.Store;

/// <summary>The ledger: articles, claims and figures with their words, who saw them when, and the kept documents.</summary>
/// <remarks>
/// <para>
/// Rows are added and never overwritten. Everything read gives the same answer for the same documents, whatever the order in which they
/// came. Reading is safe from many threads; appending from one at a time in a process, while other processes may append too.
/// </para>
/// <para>Every member throws <see cref="LedgerException"/> where the database does not do what it should.</para>
/// </remarks>
public sealed partial class LedgerStore : IDisposable
{
    private readonly TimeProvider _time;
    private readonly LedgerOptions _options;

    private LedgerStore(ILedgerDatabase database, DocumentVault documents, TimeProvider time, LedgerOptions options)
    {
        Database = database;
        Documents = documents;
        _time = time;
        _options = options;
    }

    /// <summary>The kept documents.</summary>
    public DocumentVault Documents { get; }

    /// <summary>Where the ledger is, as the user named it.</summary>
    public string Location => Database.Location;

    internal ILedgerDatabase Database { get; }

    /// <summary>Opens the ledger at a path, bringing an older one's schema up to date.</summary>
    /// <param name="location">The file; the documents lie beside it, in a folder of its name with <c>.files</c>.</param>
    /// <param name="time">The clock, for times of sightings and decisions.</param>
    /// <param name="options">Which reader, and whether to make what is not there.</param>
    /// <exception cref="LedgerException">There is no ledger, a newer one, or one that cannot be opened.</exception>
    public static LedgerStore Open(string location, TimeProvider time, LedgerOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        var database = new SqliteDatabase(location);
        try
        {
            if (!database.Exists && !options.Create) throw new LedgerException(location, LedgerFault.Missing);
            var store = new LedgerStore(database, new DocumentVault(location + ".files"), time, options);
            store.Guard(store.Migrate);
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A place of the ledger's own beside the folder of its documents.</summary>
    internal string BesideDocuments(string suffix)
    {
        const string Files = ".files";
        return (Documents.Folder.EndsWith(Files, StringComparison.Ordinal) ? Documents.Folder[..^Files.Length] : Documents.Folder) + suffix;
    }

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();

    /// <summary>Does work on a connection of its own, turning the driver's exceptions into the ledger's.</summary>
    internal T Use<T>(Func<DbConnection, T> work) => Guard(() =>
    {
        using var connection = Database.Open();
        return work(connection);
    });

    /// <summary>Does work in a transaction that may write, and commits it.</summary>
    internal T Write<T>(Func<DbConnection, DbTransaction, T> work) => Use(connection =>
    {
        using var transaction = Database.BeginWrite(connection);
        var result = work(connection, transaction);
        CrashPoints.Reach("commit.before");
        Database.Commit(transaction);
        CrashPoints.Reach("commit.after");
        return result;
    });

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (Database.FaultOf(fault) is { } reason)
        {
            throw new LedgerException(Location, reason, fault);
        }
    }
}
