using Npgsql;

namespace Konon.Store.Postgres;

/// <summary>What an exception of the driver means for the ledger.</summary>
internal static class PostgresFaults
{
    // Which Npgsql has no name for.
    private const string IdleInTransactionSessionTimeout = "25P03";

    /// <summary>The fault; null where it is none of the driver's.</summary>
    public static LedgerFault? Of(Exception fault) => fault switch
    {
        PostgresException server => server.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => LedgerFault.Busy,
            PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => LedgerFault.ReadOnly,
            PostgresErrorCodes.DiskFull => LedgerFault.Full,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => LedgerFault.Damaged,
            _ => LedgerFault.Unreachable,
        },
        NpgsqlException => LedgerFault.Unreachable,
        _ => null,
    };

    /// <summary>Whether the server gave one of two transactions up that stood in each other's way: the same again will do.</summary>
    public static bool IsGivenUp(Exception fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether the server is away or too busy, and may be back: the same again in a while.</summary>
    public static bool IsAway(Exception fault) => fault switch
    {
        // Starting, stopping, out of connections, or another writer held the lock for too long.
        PostgresException server => server.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.LockNotAvailable
            or IdleInTransactionSessionTimeout
            || server.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: System.IO.IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        NpgsqlException broken => broken.IsTransient,
        _ => false,
    };
}
