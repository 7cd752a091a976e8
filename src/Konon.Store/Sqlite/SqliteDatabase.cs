using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Konon.Store.Sqlite;

/// <summary>A ledger in one SQLite file with a write-ahead log.</summary>
public sealed class SqliteDatabase : ILedgerDatabase
{
    // One waits as long for another writer's batch; a batch takes well below a second.
    private const int BusySeconds = 30;

    // Pages kept in memory by each connection: at 200,000 articles the inner pages of all indexes fit.
    private const int CacheKilobytes = 128 * 1024;

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
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            // FULL: a commit is on the disk when it returns. WAL: readers never wait for the writer.
            settings.CommandText = $"""
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKilobytes};
                PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;
                """;
            settings.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw new LedgerException(Location, FaultOf(fault) ?? LedgerFault.Unreachable, fault);
        }
    }

    /// <inheritdoc/>
    public DbTransaction BeginWrite(DbConnection connection)
    {
        try
        {
            return ((SqliteConnection)connection).BeginTransaction(deferred: false);
        }
        catch (SqliteException fault)
        {
            throw new LedgerException(Location, FaultOf(fault) ?? LedgerFault.Unreachable, fault);
        }
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
            .Replace("{int}", "INTEGER", StringComparison.Ordinal)
            .Replace("{real}", "REAL", StringComparison.Ordinal)
            .Replace("{text}", "TEXT", StringComparison.Ordinal)
            .Replace("{blob}", "BLOB", StringComparison.Ordinal)
            .Replace("{table}", " STRICT", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void CreateWordIndexes(DbConnection connection, DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var create = connection.CreateCommand();
        create.Transaction = transaction;
        // Without the content, which stands in the rows; the words are stems already, so that cutting at blanks is all there is to do.
        create.CommandText = """
            CREATE VIRTUAL TABLE reading_words USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
            CREATE VIRTUAL TABLE claim_words USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
            """;
        create.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void AddWords(DbTransaction transaction, WordIndex index, long id, string words) =>
        Run(transaction, $"INSERT INTO {Table(index)} (rowid, words) VALUES (@id, @words)", ("@id", id), ("@words", words));

    /// <inheritdoc/>
    public void RemoveWords(DbTransaction transaction, WordIndex index, long id) =>
        Run(transaction, $"DELETE FROM {Table(index)} WHERE rowid = @id", ("@id", id));

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

    private static string Table(WordIndex index) => index == WordIndex.Readings ? "reading_words" : "claim_words";

    private static void Run(DbTransaction transaction, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
