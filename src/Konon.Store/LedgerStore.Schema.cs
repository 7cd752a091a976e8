using System.Data.Common;
using Dapper;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // What every version of a ledger has. A file with other tables is somebody else's, whatever they are called.
    private static readonly string[] Marks = ["schema_version", "documents", "readings", "sightings"];

    private int Migrate()
    {
        using var connection = Database.Open();
        var version = Version(connection);
        // A file that was made and nothing more: whoever only reads makes no ledger of it.
        if (version == 0 && !_options.Create) throw new LedgerException(Location, LedgerFault.Missing);
        var schema = _options.Schema;
        if (version > schema.Version) throw new LedgerException(Location, LedgerFault.Newer);
        if (version == schema.Version) return version;
        Database.Prepare(connection);
        using var transaction = Database.BeginWrite(connection);
        // Another process may have been at it in the meantime.
        version = Version(connection);
        for (var next = version + 1; next <= schema.Version; next++) Apply(connection, transaction, next);
        CrashPoints.Reach("schema.before-commit");
        Database.Commit(transaction);
        CrashPoints.Reach("schema.after-commit");
        return schema.Version;
    }

    // Without any table it is an empty file.
    private int Version(DbConnection connection)
    {
        var tables = Database.Tables(connection);
        if (tables.Count == 0) return 0;
        if (Marks.Except(tables, StringComparer.Ordinal).Any()) throw new LedgerException(Location, LedgerFault.NotALedger);
        return connection.QuerySingle<int>("SELECT value FROM schema_version");
    }

    private void Apply(DbConnection connection, DbTransaction transaction, int number)
    {
        if (number == 1)
        {
            connection.Execute(Database.Dialect("CREATE TABLE schema_version (value {int} NOT NULL){table}"), transaction: transaction);
            connection.Execute("INSERT INTO schema_version (value) VALUES (0)", transaction: transaction);
            Database.BeforeTables(connection, transaction);
        }

        connection.Execute(Database.Dialect(_options.Schema[number]), transaction: transaction);
        if (number == 1) Database.AfterTables(connection, transaction);
        connection.Execute("UPDATE schema_version SET value = @number", new { number }, transaction);
    }
}
