using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Konon.Ledger.Search;
using Microsoft.Data.Sqlite;

namespace Konon.Store.Sqlite;

/// <summary>A ledger in one SQLite file with a write-ahead log.</summary>
public sealed class SqliteDatabase : ILedgerDatabase
{
    // One waits as long for another writer's batch; a batch takes well below a second.
    private const int BusySeconds = 30;

    // Pages kept in memory by each connection: at 200,000 articles the inner pages of all indexes fit.
    private const int CacheKilobytes = 128 * 1024;

    // For a new ledger: packed articles of about 2 kB leave half of a page of 4,096 empty; with this the file is a ninth smaller.
    private const int PageBytes = 8192;

    // Gone with their transactions, committed or not.
    private readonly ConditionalWeakTable<DbTransaction, WordChanges> _pending = [];
    private readonly string _connection;
    private IReadOnlyList<TableReference>? _references;

    /// <summary>A ledger at a path; nothing is opened or made yet.</summary>
    /// <param name="path">The file.</param>
    public SqliteDatabase(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Location = path;
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = BusySeconds,
            ForeignKeys = true,
            Pooling = true,
        }.ToString();
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public bool Exists => new FileInfo(Location) is { Exists: true, Length: > 0 };

    /// <inheritdoc/>
    public DbConnection Open()
    {
        try
        {
            return Open(_connection);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && IsAtRest)
        {
            // On a medium that may not be written there is no place for the log's index; nobody writes there, so that none is needed.
            return Guarded(() => Open(new SqliteConnectionStringBuilder
            {
                DataSource = new Uri(Path.GetFullPath(Location)).AbsoluteUri + "?immutable=1",
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()));
        }
        catch (SqliteException fault)
        {
            throw new LedgerException(Location, FaultOf(fault) ?? LedgerFault.Unreachable, fault);
        }
    }

    /// <inheritdoc/>
    public DbTransaction BeginWrite(DbConnection connection) =>
        Guarded(() => ((SqliteConnection)connection).BeginTransaction(deferred: false));

    /// <inheritdoc/>
    public DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public void Prepare(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        // A write-ahead log: readers never wait for the writer. The file remembers it.
        connection.Execute($"PRAGMA page_size = {PageBytes}; PRAGMA journal_mode = WAL");
    }

    /// <inheritdoc/>
    public IEnumerable<string> Damages(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        foreach (var damage in connection.Query<string>("PRAGMA integrity_check").Where(damage => damage != "ok")) yield return damage;
        foreach (var (table, row, parent) in connection.Query<(string Table, long? Row, string Parent)>(
            "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check"))
        {
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"table {table}, row {row}: refers to a row of {parent} that is not there");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<long> IndexedRows(DbConnection connection, WordIndex index) => SqliteWords.Rows(connection, index);

    /// <inheritdoc/>
    public bool HasPhrase(DbConnection connection, WordIndex index, long id, string words) => SqliteWords.HasPhrase(connection, index, id, words);

    /// <inheritdoc/>
    public bool TryCopyTo(string destination)
    {
        using var source = (SqliteConnection)Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = destination, Pooling = false }.ToString());
        target.Open();
        // Online backup: one transaction on the target; whoever writes to the source meanwhile does not wait.
        source.BackupDatabase(target);
        // Nothing of what stood there before stays in the log beside it.
        target.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables(DbConnection connection) =>
        [.. connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")];

    /// <inheritdoc/>
    public string Dialect(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return script
            .Replace("{id}", "INTEGER PRIMARY KEY", StringComparison.Ordinal)
            .Replace("{month_id}", "INTEGER PRIMARY KEY", StringComparison.Ordinal)
            .Replace("{month_row}", "INTEGER PRIMARY KEY", StringComparison.Ordinal)
            .Replace("{by_month:id}", "{table}", StringComparison.Ordinal)
            .Replace("{by_month:claim_id}", "{table}", StringComparison.Ordinal)
            .Replace("{UNIQUE_IN_MONTH}", "UNIQUE", StringComparison.Ordinal)
            .Replace("{int}", "INTEGER", StringComparison.Ordinal)
            .Replace("{real}", "REAL", StringComparison.Ordinal)
            .Replace("{text}", "TEXT", StringComparison.Ordinal)
            .Replace("{blob}", "BLOB", StringComparison.Ordinal)
            .Replace("{table}", " STRICT", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void BeforeTables(DbConnection connection, DbTransaction transaction) => SqliteWords.Create(transaction);

    /// <inheritdoc/>
    public void AfterTables(DbConnection connection, DbTransaction transaction)
    {
        // The shared script has all there is to index.
    }

    /// <inheritdoc/>
    public IEvidenceWriter Evidence(DbTransaction transaction) => new EvidenceStatements(transaction);

    /// <inheritdoc/>
    public T Persist<T>(Func<T> work, bool mayRepeat)
    {
        ArgumentNullException.ThrowIfNull(work);
        // What is busy was waited for inside; nothing else of a file gets better by trying again.
        return work();
    }

    /// <inheritdoc/>
    public void AddWords(DbTransaction transaction, WordIndex index, long id, string words) => WordsOf(transaction).Add(index, id, words);

    /// <inheritdoc/>
    public void RemoveWords(DbTransaction transaction, WordIndex index, long id) => WordsOf(transaction).Remove(index, id);

    /// <inheritdoc/>
    public void Commit(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (_pending.TryGetValue(transaction, out var words)) words.Write();
        transaction.Commit();
    }

    /// <inheritdoc/>
    public IReadOnlyList<WordHit> FindWords(DbConnection connection, WordIndex index, SearchNode words, WordRange range, int limit) =>
        SqliteWords.Find(connection, index, words, range, limit);

    /// <inheritdoc/>
    public IReadOnlyList<TableReference> References(DbConnection connection, DbTransaction? transaction) => _references ??=
        [.. connection.Query<(string Table, string Column, string Parent, long Required)>(
            """
            SELECT tables.name, keys."from", keys."table", columns."notnull"
            FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys, pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND columns.name = keys."from" ORDER BY tables.name, keys."from"
            """,
            transaction: transaction).Select(row => new TableReference(row.Table, row.Column, row.Parent, row.Required == 0))];

    /// <inheritdoc/>
    public bool Scrub(DbConnection connection)
    {
        // A word index keeps erased words until its parts are merged; VACUUM leaves no page that a row once stood on; the log held both.
        var indexes = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%USING fts5%' ORDER BY name").ToList();
        foreach (var index in indexes) connection.Execute($"INSERT INTO {index} ({index}) VALUES ('optimize')");
        // The copy that VACUUM makes is as large as the ledger: on the disk, not in memory.
        connection.Execute("PRAGMA temp_store = FILE");
        connection.Execute("VACUUM main");
        connection.Execute("PRAGMA temp_store = MEMORY");
        return connection.QuerySingle<(long Busy, long Log, long Done)>("PRAGMA wal_checkpoint(TRUNCATE)").Busy == 0;
    }

    /// <inheritdoc/>
    public LedgerFault? FaultOf(Exception fault) => fault is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => LedgerFault.Busy,
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => LedgerFault.ReadOnly,
        SQLitePCL.raw.SQLITE_FULL => LedgerFault.Full,
        SQLitePCL.raw.SQLITE_NOTADB => LedgerFault.NotALedger,
        SQLitePCL.raw.SQLITE_CORRUPT => LedgerFault.Damaged,
        _ => LedgerFault.Unreachable,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    // There, and with no log that holds more than the file does.
    private bool IsAtRest => Exists && new FileInfo(Location + "-wal") is not { Exists: true, Length: > 0 };

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            // FULL: a commit is on the disk when it returns. Nothing here changes a file that may be somebody else's.
            settings.CommandText = $"""
                PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKilobytes};
                PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;
                SELECT COUNT(*) FROM sqlite_schema;
                """;
            settings.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw new LedgerException(Location, FaultOf(fault) ?? LedgerFault.Unreachable, fault);
        }
    }

    private WordChanges WordsOf(DbTransaction transaction) => _pending.GetValue(transaction, static key => new WordChanges(key));
}
