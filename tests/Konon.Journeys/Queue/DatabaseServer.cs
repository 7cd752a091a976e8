using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>A PostgreSQL of this test alone, in a folder of its own; one database for each test.</summary>
public sealed class DatabaseServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("konon-postgres-").FullName;
    private int _named;

    public int Port { get; } = Services.FreePort();

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        if (!Services.AreHere()) return;
        if (IsRoot) await RunAsync("chown", ["postgres", _folder]);
        await RunAsync(Program("initdb"), ["-D", Data, "-U", "konon", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
            asServer: true);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Data)) await RunAsync(Program("pg_ctl"), ["-D", Data, "-m", "immediate", "stop"], asServer: true,
            mayFail: true);
        await RunAsync("rm", ["-rf", _folder]);
    }

    /// <summary>Starts it, also after a kill, and waits until it answers.</summary>
    public Task StartAsync() => RunAsync(
        Program("pg_ctl"),
        ["-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", string.Create(CultureInfo.InvariantCulture,
            $"-c listen_addresses=127.0.0.1 -p {Port} -c unix_socket_directories=''"), "start"],
        asServer: true);

    /// <summary>Ends it as a power cut would: its first process and with it all others.</summary>
    public void Kill()
    {
        var id = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using var first = Process.GetProcessById(id);
        first.Kill();
        first.WaitForExit();
    }

    /// <summary>Makes a database and says how to reach it.</summary>
    /// <param name="port">Another port that leads to the server, such as a proxy's; null for its own.</param>
    public async Task<string> NewDatabaseAsync(int? port = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"ledger{Interlocked.Increment(ref _named)}");
        await using var source = NpgsqlDataSource.Create(Text("postgres", Port) + ";Pooling=false");
        await using var command = source.CreateCommand("CREATE DATABASE " + name);
        await command.ExecuteNonQueryAsync();
        return Text(name, port ?? Port);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string Text(string name, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=konon;Database={name}");

    private static string Program(string name) => Path.Combine(Services.PostgreSqlPrograms!, name);

    // PostgreSQL refuses to be started by root.
    private static async Task RunAsync(string program, IEnumerable<string> arguments, bool asServer = false, bool mayFail = false)
    {
        // The server holds what it was given to write to for as long as it runs; a pipe would never end.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = "/" };
        string[] before = asServer && IsRoot ? ["runuser", "-u", "postgres", "--", program] : [program];
        foreach (var part in (string[])["-c", "exec \"$0\" \"$@\" > /dev/null", .. before, .. arguments]) start.ArgumentList.Add(part);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        Assert.True(mayFail || process.ExitCode == 0, program + " " + string.Join(' ',
            start.ArgumentList) + " ended with " + process.ExitCode.ToString(CultureInfo.InvariantCulture));
    }
}
