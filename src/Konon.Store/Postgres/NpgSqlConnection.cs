using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Konon.Store.Postgres;

/// <summary>A connection whose commands take the shared SQL as it is written for both engines.</summary>
/// <remarks>
/// Dapper hands lists over as arrays, instead of as one parameter for each value, to connections of a class called
/// <c>NpgsqlConnection</c> in whatever letters (its <c>FeatureSupport</c>); hence this name. Npgsql's own class is sealed.
/// </remarks>
internal sealed class NpgSqlConnection(Npgsql.NpgsqlConnection inner) : DbConnection
{
    public Npgsql.NpgsqlConnection Inner => inner;

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => inner.Open();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new PostgresTransaction(this, inner.BeginTransaction(isolationLevel));

    protected override DbCommand CreateDbCommand() => new PostgresCommand(this, inner.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
