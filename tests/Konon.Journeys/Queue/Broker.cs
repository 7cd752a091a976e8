using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>A cluster of three RabbitMQ nodes on this machine, for all tests of the queue; each test has queues of a name of its
/// own.</summary>
public sealed class Broker : IAsyncLifetime
{
    public const int Nodes = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly string _folder = Directory.CreateTempSubdirectory("konon-broker-").FullName;
    private readonly List<BrokerNode> _nodes = [];
    private int _named;

    internal IReadOnlyList<BrokerNode> Node => _nodes;

    /// <summary>The addresses of all nodes.</summary>
    public string Address => string.Join(',', _nodes.Select(node => node.Address));

    public async ValueTask InitializeAsync()
    {
        if (!Services.AreHere()) return;
        var cookie = Path.Combine(_folder, ".erlang.cookie");
        File.WriteAllText(cookie, Guid.NewGuid().ToString("N"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        var (port, prefix) = (Services.FreePort(), string.Create(CultureInfo.InvariantCulture, $"konon{Environment.ProcessId}x"));
        for (var i = 1; i <= Nodes; i++) _nodes.Add(new BrokerNode(_folder, i, port, prefix));
        // Its own folders, also where the server's user is another than ours.
        foreach (var node in _nodes) node.Start(_nodes);
        foreach (var node in _nodes) await ReadyAsync(node, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) node.Dispose();
        await StopNameServerAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A node's last words came while it went.
        }
    }

    /// <summary>A name for the queues of one test.</summary>
    public string NewName() => string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _named)}");

    /// <summary>Starts a node that was killed and waits until it answers.</summary>
    internal async Task RestartAsync(BrokerNode node, CancellationToken cancel)
    {
        node.Start(_nodes);
        await ReadyAsync(node, cancel);
    }

    private static Task ReadyAsync(BrokerNode node, CancellationToken cancel) =>
        Services.UntilAsync(node.AnswersAsync, Patience, () => node.Name + " does not answer: " + node.Words(), cancel);

    // The name server outlives the nodes, and is told by its port, which no other has.
    private async Task StopNameServerAsync()
    {
        if (_nodes.Count == 0 || !File.Exists("/usr/bin/epmd")) return;
        var start = new ProcessStartInfo("/usr/bin/epmd") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError =
            true };
        start.ArgumentList.Add("-kill");
        start.Environment["ERL_EPMD_PORT"] = _nodes[0].NameServerPort.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
    }
}
