using System.Data;
using System.Data.Common;
using System.Reflection;
using Dapper;
using Konon.Ledger.Search;
using Npgsql;
using Polly;

namespace Konon.Store.Postgres;

/// <summary>A ledger in a schema of a PostgreSQL database, which any number of machines share.</summary>
/// <remarks>
/// Writers take turns, each for its transaction: an advisory lock stands in for the lock of a file. What one commits, the next one sees,
/// and numbers rise in the order of commits, on both of which the shared code relies. docs/ledger.md says what that costs.
/// </remarks>
public sealed class PostgresDatabase : ILedgerDatabase
{
    // The first half of the writers' lock's name, "KONN"; the second is the schema's number.
    private const int LockName = 0x4B4F4E4E;

    // As long as a file is waited for.
    private const int BusySeconds = 30;

    private readonly NpgsqlDataSource _source;
    private readonly ResiliencePipeline _again;
    private readonly ResiliencePipeline _once;
    private readonly string _schemaLock;
    private IReadOnlyList<TableReference>? _references;
    private bool _isMade;

    /// <summary>A ledger; nothing is opened or made yet.</summary>
    /// <param name="connectionString">As Npgsql takes it.</param>
    /// <param name="patience">For how long a server that is away is waited for.</param>
    /// <param name="time">The clock to wait by.</param>
    /// <exception cref="LedgerException">It is no connection string.</exception>
    public PostgresDatabase(string connectionString, TimeSpan patience, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = PostgresSettings.Of(connectionString, patience);
        Location = PostgresSettings.Shown(settings);
        _source = NpgsqlDataSource.Create(settings);
        (_again, _once) = (Persistence.Of(patience, time), Persistence.OfOpening(patience, time));
        _schemaLock = $"pg_advisory_xact_lock({LockName}, current_schema()::REGNAMESPACE::OID::INT)";
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public bool Exists => true;

    /// <summary>Whether a user names a server and not a file.</summary>
    public static bool IsConnectionString(string location) => PostgresSettings.IsConnectionString(location);

    /// <inheritdoc/>
    public DbConnection Open() => new NpgSqlConnection(_once.Execute(_source.OpenConnection));

    /// <inheritdoc/>
    public DbTransaction BeginWrite(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            connection.Execute($"SET LOCAL lock_timeout = '{BusySeconds}s'; SELECT {_schemaLock}", transaction: transaction);
            // A statement of its own: it sees what whoever had the lock committed.
            if (IsMade(connection, transaction)) connection.Execute("SELECT ledger_month()", transaction: transaction);
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Commit(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var held = (PostgresTransaction)transaction;
        held.Evidence.Flush();
        held.Words.Write();
        transaction.Commit();
    }

    /// <inheritdoc/>
    public DbTransaction BeginRead(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.BeginTransaction(IsolationLevel.RepeatableRead);
    }

    /// <inheritdoc/>
    public void Prepare(DbConnection connection)
    {
        // Whatever holds for the server as a whole is its administrator's.
    }

    /// <inheritdoc/>
    public IEnumerable<string> Damages(DbConnection connection) => PostgresChecks.Damages(connection, References(connection, null));

    /// <inheritdoc/>
    public IEnumerable<long> IndexedRows(DbConnection connection, WordIndex index) => PostgresWords.Indexed(connection, index);

    /// <inheritdoc/>
    public bool HasPhrase(DbConnection connection, WordIndex index, long id, string words) =>
        PostgresWords.HasPhrase(connection, index, id, words);

    /// <inheritdoc/>
    public bool TryCopyTo(string destination) => false;

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables(DbConnection connection) =>
        [.. connection.Query<string>(
            """
            SELECT relname::TEXT FROM pg_class WHERE relnamespace = current_schema()::REGNAMESPACE AND relkind IN ('r', 'p') AND NOT relispartition
            ORDER BY relname COLLATE "C"
            """)];

    /// <inheritdoc/>
    public string Dialect(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        const string NextId = "DEFAULT ((current_setting('konon.month')::BIGINT << 40) | nextval('ledger_ids'))";
        return script
            .Replace("{id}", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", StringComparison.Ordinal)
            .Replace("{month_id}", "BIGINT PRIMARY KEY " + NextId, StringComparison.Ordinal)
            .Replace("{month_row}", "BIGINT NOT NULL " + NextId, StringComparison.Ordinal)
            .Replace("{by_month:id}", " PARTITION BY RANGE (id)", StringComparison.Ordinal)
            .Replace("{by_month:claim_id}", " PARTITION BY RANGE (claim_id)", StringComparison.Ordinal)
            // Each month has it for itself: across months the number that divides the table would have to be in it.
            .Replace("CREATE {UNIQUE_IN_MONTH} INDEX", "-- in each month: CREATE UNIQUE INDEX", StringComparison.Ordinal)
            .Replace("{int}", "BIGINT", StringComparison.Ordinal)
            .Replace("{real}", "DOUBLE PRECISION", StringComparison.Ordinal)
            // Letters are ordered by their bytes, as SQLite orders them, whatever the server's language.
            .Replace("{text}", "TEXT COLLATE \"C\"", StringComparison.Ordinal)
            .Replace("{blob}", "BYTEA", StringComparison.Ordinal)
            .Replace("{table}", "", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void BeforeTables(DbConnection connection, DbTransaction transaction) =>
        connection.Execute(Script("before"), transaction: transaction);

    /// <inheritdoc/>
    public void AfterTables(DbConnection connection, DbTransaction transaction) =>
        connection.Execute(Script("after"), transaction: transaction);

    /// <inheritdoc/>
    public IEvidenceWriter Evidence(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return ((PostgresTransaction)transaction).Evidence;
    }

    /// <inheritdoc/>
    public T Persist<T>(Func<T> work, bool mayRepeat)
    {
        ArgumentNullException.ThrowIfNull(work);
        return mayRepeat ? _again.Execute(work) : work();
    }

    /// <inheritdoc/>
    public IReadOnlyList<WordHit> FindWords(DbConnection connection, WordIndex index, SearchNode words, WordRange range, int limit) =>
        PostgresWords.Find(connection, index, words, range, limit);

    /// <inheritdoc/>
    public void AddWords(DbTransaction transaction, WordIndex index, long id, string words)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ((PostgresTransaction)transaction).Words.Add(index, id, words);
    }

    /// <inheritdoc/>
    public void RemoveWords(DbTransaction transaction, WordIndex index, long id)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ((PostgresTransaction)transaction).Words.Remove(index, id);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TableReference> References(DbConnection connection, DbTransaction? transaction) =>
        _references ??= PostgresChecks.References(connection, transaction);

    /// <inheritdoc/>
    public bool Scrub(DbConnection connection) => PostgresChecks.Scrub(connection);

    /// <inheritdoc/>
    public LedgerFault? FaultOf(Exception fault) => PostgresFaults.Of(fault);

    /// <summary>The statements by which a role may read, and another may write; for the ledger's owner, who runs them.</summary>
    public static string RolesScript => Script("roles");

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    // There is no month before there are tables.
    private bool IsMade(DbConnection connection, DbTransaction transaction) => _isMade = _isMade
        || connection.QuerySingle<bool>("SELECT to_regproc('ledger_month') IS NOT NULL", transaction: transaction);

    private static string Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("postgres/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
