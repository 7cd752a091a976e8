using System.Data.Common;
using Konon.Store.Postgres;
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

    private LedgerStore(ILedgerDatabase database, IDocumentVault documents, TimeProvider time, LedgerOptions options)
    {
        Database = database;
        Documents = documents;
        _time = time;
        _options = options;
    }

    /// <summary>The kept documents.</summary>
    public IDocumentVault Documents { get; }

    /// <summary>Where the ledger is, as the user named it.</summary>
    public string Location => Database.Location;

    internal ILedgerDatabase Database { get; }

    /// <summary>Opens the ledger at a place, bringing an older one's schema up to date.</summary>
    /// <param name="location">
    /// A file; the documents lie beside it, in a folder of its name with <c>.files</c>. Or a connection string of PostgreSQL, told by its
    /// <c>Host=</c>; the documents are rows there. <see cref="LedgerOptions.Documents"/> puts them elsewhere.
    /// </param>
    /// <param name="time">The clock, for times of sightings and decisions.</param>
    /// <param name="options">Which reader, and whether to make what is not there.</param>
    /// <exception cref="LedgerException">There is no ledger, a newer one, or one that cannot be opened.</exception>
    public static LedgerStore Open(string location, TimeProvider time, LedgerOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        return PostgresDatabase.IsConnectionString(location)
            ? Open(new PostgresDatabase(location, options.Patience, time), options.Documents, time, options)
            : Open(new SqliteDatabase(location), options.Documents ?? location + ".files", time, options);
    }

    private static LedgerStore Open(ILedgerDatabase database, string? documents, TimeProvider time, LedgerOptions options)
    {
        try
        {
            if (!database.Exists && !options.Create) throw new LedgerException(database.Location, LedgerFault.Missing);
            IDocumentVault vault = documents is not null ? new DocumentVault(documents) : new PostgresVault(database, time);
            var store = new LedgerStore(database, vault, time, options);
            store.Guard(() => database.Persist(store.Migrate, mayRepeat: true));
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A place beside the ledger for what is no part of it and lies on this machine alone.</summary>
    /// <remarks>Beside the folder of documents; of a ledger that has none, in the user's own folder for settings.</remarks>
    internal string Beside(string suffix)
    {
        const string Files = ".files";
        if (Documents is DocumentVault { Place: var folder }) return (folder.EndsWith(Files, StringComparison.Ordinal) ? folder[..^Files.Length] : folder) + suffix;
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Location)))[..16];
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.Create), "konon", name) + suffix;
    }

    /// <inheritdoc/>
    public void Dispose() => Database.Dispose();

    /// <summary>
    /// Does work on a connection of its own, turning the driver's exceptions into the ledger's; again, where the server was away.
    /// </summary>
    internal T Use<T>(Func<DbConnection, T> work) => Guard(() => Database.Persist(() => Connected(work), mayRepeat: true));

    /// <summary>The same for work that cannot be begun again, as it hands out what it finds while it goes.</summary>
    internal T UseOnce<T>(Func<DbConnection, T> work) => Guard(() => Database.Persist(() => Connected(work), mayRepeat: false));

    /// <summary>Does work in a transaction that may write, and commits it; the whole of it again, where the engine gave it up.</summary>
    internal T Write<T>(Func<DbConnection, DbTransaction, T> work) => Use(connection => Committed(connection, work));

    /// <summary>The same for work that cannot be begun again, as it takes in what it writes while it goes.</summary>
    internal T WriteOnce<T>(Func<DbConnection, DbTransaction, T> work) => UseOnce(connection => Committed(connection, work));

    private T Connected<T>(Func<DbConnection, T> work)
    {
        using var connection = Database.Open();
        return work(connection);
    }

    private T Committed<T>(DbConnection connection, Func<DbConnection, DbTransaction, T> work)
    {
        using var transaction = Database.BeginWrite(connection);
        var result = work(connection, transaction);
        CrashPoints.Reach("commit.before");
        Database.Commit(transaction);
        CrashPoints.Reach("commit.after");
        return result;
    }

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
