using System.Diagnostics;
using System.Globalization;
using Konon.Store;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>
/// Workers, the assigner, the sender, a node of the broker and the database are killed at random while documents come.
/// KONON_TEST_KILLS and KONON_TEST_REPORTS set how often and over how many; docs/queue.md tells what came of many.
/// </summary>
[Collection(QueueServers.Name)]
public sealed class ChaosTests(Broker broker, DatabaseServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly int _kills = Number("KONON_TEST_KILLS", 5);
    private readonly int _reports = Number("KONON_TEST_REPORTS", 200);
    private readonly Dictionary<string, List<double>> _recoveries = new(StringComparer.Ordinal);
    private readonly List<WorkerProcess> _readers = [];
    private readonly List<WorkerProcess> _assigners = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_killed_nothing_is_lost_and_nothing_is_there_twice()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        var parts = Parts(desk);
        for (var i = 0; i < 2; i++)
        {
            _readers.Add(desk.Start("worker", "--role", "reader"));
            _assigners.Add(desk.Start("worker", "--role", "assigner"));
        }

        using var store = desk.Open();
        // The kinds in turn, so that few kills meet each; who of a kind, and when, is drawn.
        var chance = new Random(_kills);
        string[] kinds = ["reader", "database", "sender", "node", "assigner"];
        for (var kill = 0; kill < _kills; kill++)
        {
            var sending = desk.Start("enqueue", parts[kill]);
            await Task.Delay(chance.Next(300, 2_500), Cancel);
            var kind = kinds[kill % kinds.Length];
            var kept = QueueDesk.Seen(store);
            var watch = Stopwatch.StartNew();
            sending = await KillAsync(kind, desk, parts[kill], sending, chance);
            await SentAsync(desk, parts[kill], sending);
            await KeptMoreAsync(store, kept, (kill + 1L) * (_reports / _kills), desk);
            if (!_recoveries.TryGetValue(kind, out var times)) _recoveries[kind] = times = [];
            times.Add(watch.Elapsed.TotalSeconds);
        }

        await desk.KeptAsync(_reports / _kills * _kills, Cancel);
        foreach (var worker in _readers.Concat(_assigners)) Assert.Equal(0, await worker.EndAsync());
        desk.IsAsAlone(parts);
        foreach (var (kind, times) in _recoveries)
        {
            times.Sort();
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {times.Count} kills; kept on after {times[0]:0.0} to {times[^1]:0.0} s, half within {times[times.Count / 2]:0.0} s"));
        }
    }

    private List<string> Parts(QueueDesk desk)
    {
        var lines = Reports.JsonLines(_reports, seed: 13).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Chunk(_reports / _kills).Take(_kills).Select((part, i) => desk.Write(
            string.Create(CultureInfo.InvariantCulture, $"part-{i}.jsonl"), string.Join('\n', part) + "\n"))];
    }

    /// <summary>Kills one of a kind and starts it again; the sending, which may be another then.</summary>
    private async Task<WorkerProcess> KillAsync(string kind, QueueDesk desk, string part, WorkerProcess sending, Random chance)
    {
        switch (kind)
        {
            case "reader": Replace(_readers, "reader", desk, chance); break;
            case "assigner": Replace(_assigners, "assigner", desk, chance); break;
            case "database":
                server.Kill();
                await server.StartAsync();
                break;
            case "node":
                var node = broker.Node[chance.Next(broker.Node.Count)];
                node.Kill();
                await broker.RestartAsync(node, Cancel);
                break;
            default:
                if (!sending.IsRunning) break;
                sending.Kill();
                return desk.Start("enqueue", part);
        }

        return sending;
    }

    private static void Replace(List<WorkerProcess> workers, string role, QueueDesk desk, Random chance)
    {
        var at = chance.Next(workers.Count);
        workers[at].Kill();
        workers[at] = desk.Start("worker", "--role", role);
    }

    // Whoever sends is started again until it has come through, as a person or a timer would.
    private static async Task SentAsync(QueueDesk desk, string part, WorkerProcess sending)
    {
        for (var tries = 0; await sending.ExitAsync() != 0; tries++)
        {
            Assert.True(tries < 10, desk.Words);
            sending = desk.Start("enqueue", part);
        }
    }

    private static Task KeptMoreAsync(LedgerStore store, long before, long all, QueueDesk desk) => Services.UntilAsync(
        () => Task.FromResult(QueueDesk.Seen(store) is var now && (now > before || now >= all)), Patience, () =>
            "nothing more is kept: " + desk.Words, Cancel);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
