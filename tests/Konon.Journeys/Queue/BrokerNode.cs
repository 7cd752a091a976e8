using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Konon.Journeys.Queue;

/// <summary>One node of RabbitMQ as a process of this test, in a folder of its own.</summary>
internal sealed class BrokerNode(string folder, int number, int nameServerPort, string prefix) : IDisposable
{
    private Process? _process;

    public int NameServerPort => nameServerPort;

    public int Port { get; } = Services.FreePort();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"amqp://127.0.0.1:{Port}");

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}@localhost");

    private string Log => Path.Combine(folder, "out" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts it; it takes some seconds until it answers.</summary>
    /// <param name="nodes">All nodes of its cluster; a fresh one joins those that are there.</param>
    public void Start(IReadOnlyList<BrokerNode> nodes)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "node" + number.ToString(CultureInfo.InvariantCulture))).FullName;
        var config = Path.Combine(own, "rabbitmq.conf");
        var lines = nodes.Select((node, i) =>
            string.Create(CultureInfo.InvariantCulture, $"cluster_formation.classic_config.nodes.{i + 1} = {node.Name}"));
        File.WriteAllLines(config, ["cluster_formation.peer_discovery_backend = classic_config", .. lines, "log.file.level = warning"]);
        File.WriteAllText(Path.Combine(own, "plugins"), "[rabbitmq_consistent_hash_exchange].\n");
        // A shell so that what the node says goes to a file: a pipe that nobody reads would hold it up.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, WorkingDirectory = folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec {Services.RabbitMq} >> {Log} 2>&1");
        foreach (var (name, value) in Environment(own, config)) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    /// <summary>Whether it lets clients in.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(System.Net.IPAddress.Loopback, Port);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            return await client.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(2), TimeProvider.System) == 1;
        }
        catch (Exception fault) when (fault is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What it said last, for a test that fails.</summary>
    public string Words() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(20)) : "";

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        if (_process is not { HasExited: false } process) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process?.Dispose();
    }

    private IEnumerable<(string Name, string Value)> Environment(string own, string config)
    {
        var culture = CultureInfo.InvariantCulture;
        yield return ("HOME", folder);
        yield return ("ERL_EPMD_ADDRESS", "127.0.0.1");
        yield return ("ERL_EPMD_PORT", nameServerPort.ToString(culture));
        yield return ("RABBITMQ_NODENAME", Name);
        yield return ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        yield return ("RABBITMQ_NODE_PORT", Port.ToString(culture));
        yield return ("RABBITMQ_DIST_PORT", Services.FreePort().ToString(culture));
        yield return ("RABBITMQ_MNESIA_BASE", Path.Combine(own, "mnesia"));
        yield return ("RABBITMQ_LOG_BASE", Path.Combine(own, "log"));
        yield return ("RABBITMQ_PID_FILE", Path.Combine(own, "pid"));
        yield return ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(own, "plugins"));
        yield return ("RABBITMQ_CONFIG_FILE", config[..^".conf".Length]);
        // Erlang's threads spin while they wait, which costs the other nodes of a small machine their time.
        yield return ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
            "+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}");
    }
}
