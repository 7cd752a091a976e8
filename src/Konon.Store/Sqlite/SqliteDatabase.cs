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
        connection.Execute("PRAGMA journal_mode = WAL");
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
    public IEnumerable<long> IndexedRows(DbConnection connection, WordIndex index) =>
        connection.Query<long>($"SELECT rowid FROM {Table(index)} ORDER BY rowid", buffered: false);

    /// <inheritdoc/>
    public bool HasPhrase(DbConnection connection, WordIndex index, long id, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return connection.QueryFirstOrDefault<long?>(
            $"SELECT 1 FROM {Table(index)} WHERE rowid = @id AND {Table(index)} MATCH @phrase",
            new { id, phrase = '"' + words.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' }) is not null;
    }

    /// <inheritdoc/>
    public void CopyTo(string destination)
    {
        using var source = (SqliteConnection)Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = destination, Pooling = false }.ToString());
        target.Open();
        // Online backup: one transaction on the target; whoever writes to the source meanwhile does not wait.
        source.BackupDatabase(target);
        // Nothing of what stood there before stays in the log beside it.
        target.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
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
