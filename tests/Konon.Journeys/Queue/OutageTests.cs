using System.Globalization;
using Dapper;
using Konon.Journeys.Fetching;
using Konon.Queue;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>Servers go and come back, and wires are cut; nobody has to do anything about it.</summary>
[Collection(QueueServers.Name)]
public sealed class OutageTests(Broker broker, DatabaseServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_node_of_three_can_go_and_come_back()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("before.jsonl", Reports.JsonLines(40, seed: 5));
        desk.Write("without.jsonl", Reports.JsonLines(40, seed: 6));
        desk.Write("after.jsonl", Reports.JsonLines(20, seed: 7));
        await desk.SendAsync("before.jsonl", Cancel);
        await using var one = new RunningWorker(desk);
        await using var other = new RunningWorker(desk);
        using (var store = desk.Open())
        {
            await Services.UntilAsync(() => Task.FromResult(store.Count().Sightings > 0), Patience, () => "nothing is kept", Cancel);
        }

        broker.Node[0].Kill();
        await desk.SendAsync("without.jsonl", Cancel);
        await desk.KeptAsync(80, Cancel);
        await broker.RestartAsync(broker.Node[0], Cancel);
        await desk.SendAsync("after.jsonl", Cancel);
        await desk.KeptAsync(100, Cancel);
        desk.IsAsAlone("before.jsonl", "without.jsonl", "after.jsonl");
    }

    [Fact]
    public async Task A_wire_that_is_cut_and_mended_costs_no_document()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("KONON_TEST_CUT_SECONDS"), CultureInfo.InvariantCulture,
            out var asked) ? asked : 3;
        Assert.SkipUnless(Services.AreHere(), "RabbitMQ or PostgreSQL is not installed here.");
        await using var toBroker = new CutWire(broker.Node[1].Port);
        await using var toDatabase = new CutWire(server.Port);
        using var desk = await QueueDesk.LayAsync(broker, server, toBroker.Port, toDatabase.Port);
        desk.Write("before.jsonl", Reports.JsonLines(60, seed: 8));
        await desk.SendAsync("before.jsonl", Cancel);
        foreach (var wire in (CutWire[])[toBroker, toDatabase])
        {
            // Cut in the middle of the work: after so many documents in both rounds.
            var reached = new TaskCompletionSource();
            var read = 0;
            await using var worker = new RunningWorker(desk, _ =>
            {
                if (Interlocked.Increment(ref read) == 20) reached.TrySetResult();
            });
            await Task.WhenAny(reached.Task, Task.Delay(Patience, Cancel));
            wire.Cut();
            await Task.Delay(TimeSpan.FromSeconds(seconds), Cancel);
            wire.Mend();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await desk.KeptAsync(wire == toBroker ? 60 : 100, Cancel);
            var end = wire == toBroker ? "broker" : "database";
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"the wire to the {end} cut for {seconds} s: all kept {watch.Elapsed.TotalSeconds:0.0} s after it was mended"));
            if (wire != toBroker) continue;
            desk.Write("later.jsonl", Reports.JsonLines(40, seed: 9));
            await desk.SendAsync("later.jsonl", Cancel);
        }

        desk.IsAsAlone("before.jsonl", "later.jsonl");
    }

    [Fact]
    public async Task A_confirm_that_never_comes_is_not_waited_for()
    {
        Assert.SkipUnless(Services.AreHere(), "RabbitMQ or PostgreSQL is not installed here.");
        await using var wire = new CutWire(broker.Node[1].Port);
        using var desk = await QueueDesk.LayAsync(broker, server, wire.Port);
        desk.Write("reports.jsonl", Reports.JsonLines(10, seed: 16));
        using var store = desk.Open();
        var run = store.BeginRun("add", "reports.jsonl");
        await using var sender = new DocumentSender(store, run, desk.Address, desk.Options, NullLogger.Instance, new HurryingTime(20));
        await sender.ConnectAsync(Cancel);
        wire.Deafen();
        var messages = Ledgers.Documents(desk.Folder, "reports.jsonl").Select(document =>
            (sender.Keep(document), DocumentMessage.KeyOf(document))).ToList();
        await sender.SendAsync(messages, Cancel);
        await sender.FlushAsync().WaitAsync(Patience, TimeProvider.System, Cancel);
        store.EndRun(run);
        Assert.Equal(10, sender.Sent);
        // The broker has each of them twice.
        desk.Start("worker");
        await desk.KeptAsync(10, Cancel);
        desk.IsAsAlone("reports.jsonl");
    }

    [Fact]
    public async Task Who_stands_by_settles_stories_when_the_one_at_work_is_gone()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("first.jsonl", Reports.JsonLines(20, seed: 10));
        desk.Write("second.jsonl", Reports.JsonLines(20, seed: 11));
        var first = desk.Start("worker", "--role", "assigner");
        await Services.UntilAsync(() => Task.FromResult(first.Words.Any(line => line.Contains("at the queue", StringComparison.Ordinal))),
            Patience, () => desk.Words, Cancel);
        var second = desk.Start("worker", "--role", "assigner");
        var reader = desk.Start("worker", "--role", "reader");
        await desk.SendAsync("first.jsonl", Cancel);
        await SettledAsync(desk, 20, first);
        first.Kill();
        await desk.SendAsync("second.jsonl", Cancel);
        await SettledAsync(desk, 40, second);
        Assert.DoesNotContain(reader.Words, line => line.Contains("stories settled", StringComparison.Ordinal));
        Assert.Equal(0, await second.EndAsync());
        desk.IsAsAlone("first.jsonl", "second.jsonl");
    }

    private static async Task SettledAsync(QueueDesk desk, int count, WorkerProcess by)
    {
        await desk.KeptAsync(count, Cancel);
        using var store = desk.Open();
        await Services.UntilAsync(
            () => Task.FromResult(
                by.Words.Any(line => line.Contains("stories settled", StringComparison.Ordinal))
                && store.Use(connection => connection.ExecuteScalar<long>("SELECT unsettled FROM story_state")) == 0),
            Patience,
            () => desk.Words,
            Cancel);
    }
}
