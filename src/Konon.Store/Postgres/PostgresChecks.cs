using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Konon.Store.Postgres;

/// <summary>What is asked of the server itself: references, damages, and cleaning up behind erased rows.</summary>
internal static class PostgresChecks
{
    private const int LockSeconds = 30;

    // For those who still see erased rows: longer than writers take, shorter than somebody likes to wait for a reader who does not end.
    private const int ReadersSeconds = 8;

    /// <summary>Which columns refer to the rows of other tables; of a divided table the whole, not its parts.</summary>
    public static IReadOnlyList<TableReference> References(DbConnection connection, DbTransaction? transaction) =>
        [.. connection.Query<(string Table, string Column, string Parent, bool Required)>(
            """
            SELECT tables.relname::TEXT, columns.attname::TEXT, parents.relname::TEXT, columns.attnotnull
            FROM pg_constraint AS keys
            JOIN pg_class AS tables ON tables.oid = keys.conrelid AND NOT tables.relispartition
            JOIN pg_class AS parents ON parents.oid = keys.confrelid AND NOT parents.relispartition
            JOIN pg_attribute AS columns ON columns.attrelid = keys.conrelid AND columns.attnum = ANY(keys.conkey)
            WHERE keys.contype = 'f' AND tables.relnamespace = current_schema()::REGNAMESPACE
            ORDER BY tables.relname, columns.attname
            """,
            transaction: transaction).Select(row => new TableReference(row.Table, row.Column, row.Parent, !row.Required))];

    /// <summary>References that lead nowhere, which the server should never have let in.</summary>
    public static IEnumerable<string> Damages(DbConnection connection, IReadOnlyList<TableReference> references)
    {
        foreach (var reference in references.Where(reference => reference.Parent != "speaker_names"))
        {
            var lost = connection.QuerySingle<long>(
                $"""
                SELECT COUNT(*) FROM {reference.Table} AS child WHERE {reference.Column} IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM {reference.Parent} AS parent WHERE parent.id = child.{reference.Column})
                """);
            if (lost == 0) continue;
            yield return string.Create(
                CultureInfo.InvariantCulture, $"table {reference.Table}: {lost} rows refer to rows of {reference.Parent} that are not there");
        }
    }

    /// <summary>Writes every table anew, so that nothing of erased rows is left in its files, nor in what the planner knows of them.</summary>
    /// <returns>False where this role may not, or somebody still reads an old state after some seconds.</returns>
    public static bool Scrub(DbConnection connection)
    {
        const string Foreign = """
            SELECT COUNT(*) FROM pg_class WHERE relnamespace = current_schema()::REGNAMESPACE AND relkind IN ('r', 'p')
              AND NOT pg_has_role(relowner, 'USAGE')
            """;
        if (connection.QuerySingle<long>(Foreign) > 0 || !IsPast(connection)) return false;
        var tables = connection.Query<string>(
            """
            SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = current_schema()::REGNAMESPACE AND relkind = 'r' ORDER BY relname
            """).ToList();
        connection.Execute($"SET lock_timeout = '{LockSeconds}s'");
        try
        {
            foreach (var table in tables) connection.Execute($"VACUUM (FULL, ANALYZE) {table}");
            // The planner's samples are words, too, and were just replaced.
            if (!IsPast(connection)) return false;
            // Who owns the tables but not the database is warned and leaves them as they are.
            connection.Execute("VACUUM (FULL) pg_catalog.pg_statistic");
        }
        catch (Npgsql.PostgresException busy) when (busy.SqlState == Npgsql.PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
        finally
        {
            connection.Execute("RESET lock_timeout");
        }

        return true;
    }

    // A vacuum keeps what the oldest state that anybody may still ask for has. That is the state of this database's readers; and since the
    // vacuum's own state is as old as the oldest transaction of the whole server that still writes, of the writers of every database.
    // A connection that is being opened holds a state before the server tells whose it is, but not for long: it counts while its database is
    // unknown.
    private static bool IsPast(DbConnection connection)
    {
        const string Held = """
            SELECT pg_snapshot_xmin(pg_current_snapshot()) < @now::TEXT::xid8 OR EXISTS (
              SELECT 1 FROM pg_locks AS held LEFT JOIN pg_stat_activity AS activity ON activity.pid = held.pid
              WHERE held.locktype = 'virtualxid' AND held.mode = 'ExclusiveLock' AND held.pid <> pg_backend_pid()
                AND (activity.pid IS NULL
                  OR activity.datname = current_database() AND age(activity.backend_xmin) > age(@now::TEXT::xid8::xid)))
            """;
        var now = connection.QuerySingle<string>("SELECT pg_current_xact_id()::TEXT");
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (connection.QuerySingle<bool>(Held, new { now }))
        {
            if (waited.Elapsed.TotalSeconds > ReadersSeconds) return false;
            connection.Execute("SELECT pg_sleep(0.05)");
        }

        return true;
    }
}
