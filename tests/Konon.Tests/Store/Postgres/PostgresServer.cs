using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Konon.Store;
using Npgsql;
using Xunit;

namespace Konon.Tests.Store.Postgres;

/// <summary>A PostgreSQL server of the machine's own package, started for one run of the tests, on loopback alone.</summary>
/// <remarks>
/// Where the package is missing a test is skipped and says so, unless <c>KONON_REQUIRE_SERVICES=1</c> asks for it. The server ends with the
/// process, however that ends: it waits for the end of its standard input.
/// </remarks>
internal sealed class PostgresServer
{
    private const string Required = "KONON_REQUIRE_SERVICES";
    private static readonly Lazy<PostgresServer?> Started = new(Start);
    private static int _databases;
    private readonly string _folder;

    private readonly Lazy<string> _ledger;

    private PostgresServer(string folder, int port, Process process)
    {
        (_folder, Port, Process) = (folder, port, process);
        _ledger = new Lazy<string>(MakeLedger);
    }

    /// <summary>The server; skips the test where there is none.</summary>
    public static PostgresServer Shared
    {
        get
        {
            if (Started.Value is { } server) return server;
            if (Environment.GetEnvironmentVariable(Required) == "1") Assert.Fail("PostgreSQL is not installed, and " + Required + " asks for it.");
            Assert.Skip("PostgreSQL is not installed.");
            return null!;
        }
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    private Process Process { get; }

    /// <summary>The folder of the server's files.</summary>
    public string Data => Path.Combine(_folder, "data");

    /// <summary>How to connect to a database as its owner.</summary>
    public string To(string database, string user = "konon") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={user};Database={database}");

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public string NewDatabase() => Make("");

    /// <summary>Makes a database that holds an empty ledger: a copy of one that was made as users make theirs.</summary>
    /// <returns>How to connect to it.</returns>
    public string NewLedger() => Make($" TEMPLATE {_ledger.Value} STRATEGY FILE_COPY");

    /// <summary>Drops a database, whoever is connected.</summary>
    public void Drop(string connection) =>
        Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    /// <summary>Runs statements as the server's owner.</summary>
    public void Execute(string sql, string database = "postgres")
    {
        using var connection = new NpgsqlConnection(To(database) + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Make(string how)
    {
        var name = "t" + Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture);
        Execute("CREATE DATABASE " + name + how);
        return To(name);
    }

    // Nobody may be connected to what is copied.
    private string MakeLedger()
    {
        var made = Make("");
        LedgerStore.Open(made, TimeProvider.System, LedgerOptions.Default with { Create = true }).Dispose();
        NpgsqlConnection.ClearAllPools();
        var name = new NpgsqlConnectionStringBuilder(made).Database!;
        Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        return name;
    }

    private static PostgresServer? Start()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (programs is null || !File.Exists(Path.Combine(programs, "initdb"))) return null;
        var folder = Directory.CreateTempSubdirectory("konon-postgres-").FullName;
        var port = FreePort();
        // The server refuses to run as root; the rest of the path is open to whoever it runs as.
        var asRoot = Environment.UserName == "root";
        if (asRoot) Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        string[] make = [Path.Combine(programs, "initdb"), "-D", data, "-U", "konon", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        Run(asRoot ? "runuser" : make[0], asRoot ? ["-u", "postgres", "--", .. make] : make[1..]);
        var server = string.Create(
            // A vacuum of the server's own holds an old state for a moment, and what forgetting erased stays for it: the user is told, a test is not.
            CultureInfo.InvariantCulture,
            $"{programs}/postgres -D {data} -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c autovacuum=off -c fsync=off -c full_page_writes=off -c max_connections=300 -c logging_collector=off");
        string[] wait = ["/bin/sh", "-c", $"{server} </dev/null >/dev/null 2>&1 & server=$!; read end; kill -QUIT $server; wait $server; rm -rf {data}"];
        var start = new ProcessStartInfo(asRoot ? "runuser" : wait[0]) { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in asRoot ? ["-u", "postgres", "--", .. wait] : wait[1..]) start.ArgumentList.Add(argument);
        var started = new PostgresServer(folder, port, Process.Start(start)!);
        started.Await();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => started.Stop();
        return started;
    }

    private void Stop()
    {
        Process.StandardInput.Close();
        Process.WaitForExit(TimeSpan.FromSeconds(10));
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private void Await()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 600 && !Process.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
