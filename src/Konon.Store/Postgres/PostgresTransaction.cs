using System.Data;
using System.Data.Common;

namespace Konon.Store.Postgres;

/// <summary>A transaction with the rows and words that are held back until they are asked for, or until it ends.</summary>
internal sealed class PostgresTransaction : DbTransaction
{
    private readonly NpgSqlConnection _connection;
    private readonly Npgsql.NpgsqlTransaction _inner;

    public PostgresTransaction(NpgSqlConnection connection, Npgsql.NpgsqlTransaction inner)
    {
        (_connection, _inner) = (connection, inner);
        Evidence = new CopiedEvidence(connection);
        Words = new HeldWords(this);
    }

    public CopiedEvidence Evidence { get; }

    public HeldWords Words { get; }

    public Npgsql.NpgsqlTransaction Inner => _inner;

    public override IsolationLevel IsolationLevel => _inner.IsolationLevel;

    protected override DbConnection DbConnection => _connection;

    public override void Commit() => _inner.Commit();

    public override void Rollback() => _inner.Rollback();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
