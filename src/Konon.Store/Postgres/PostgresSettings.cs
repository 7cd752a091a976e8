using Npgsql;

namespace Konon.Store.Postgres;

/// <summary>How the server is spoken to: what the user's connection string says, and else what suits a ledger.</summary>
internal static class PostgresSettings
{
    // Statements that are run again and again are prepared by themselves.
    private const int Prepared = 256;
    private const int PreparedAfter = 3;

    // A peer that is gone is told by the network in half a minute, so that a lock is not held by nobody; a client that hangs in the
    // middle of writing is let go after five minutes. Compiling queries costs more than any of these saves.
    private const string Session =
        "-c jit=off -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4 -c idle_in_transaction_session_timeout=300s";

    /// <summary>Whether a user means a server: a connection string names its host.</summary>
    public static bool IsConnectionString(string location) => location.Split(';').Any(part =>
        part.Split('=') is [var key, _, ..] && key.Trim().Equals("Host", StringComparison.OrdinalIgnoreCase));

    /// <summary>The settings.</summary>
    /// <exception cref="LedgerException">The string is none.</exception>
    public static NpgsqlConnectionStringBuilder Of(string connectionString, TimeSpan patience)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { PersistSecurityInfo = false };
            var asked = connectionString.Split(';').Select(part => part.Split('=')[0].Trim().Replace(" ", "", StringComparison.Ordinal)).ToHashSet(
                StringComparer.OrdinalIgnoreCase);
            if (!asked.Contains("MaxAutoPrepare")) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (Prepared, PreparedAfter);
            if (!asked.Contains("ApplicationName")) settings.ApplicationName = "konon";
            if (!asked.Contains("Options")) settings.Options = Session;
            if (!asked.Contains("TcpKeepAlive")) (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 10, 5);
            // A check of a large ledger may take hours; who waits for servers does not wait for one that says nothing any more.
            if (!asked.Contains("CommandTimeout")) settings.CommandTimeout = patience > TimeSpan.Zero ? 120 : 0;
            return settings;
        }
        catch (ArgumentException fault)
        {
            throw new LedgerException("the connection string", LedgerFault.Unreachable, fault);
        }
    }

    /// <summary>What may be shown: where it is, and nothing of how one gets in.</summary>
    public static string Shown(NpgsqlConnectionStringBuilder settings)
    {
        var port = settings.Port == NpgsqlConnection.DefaultPort ? "" : ":" + settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"postgresql://{settings.Host}{port}/{settings.Database ?? settings.Username}";
    }
}
