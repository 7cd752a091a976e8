using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Konon.Journeys.Browser;
using Konon.Queue;
using Konon.Web;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>What people are told of the queue while it works.</summary>
[Collection(QueueServers.Name)]
public sealed class StatusTests(Broker broker, DatabaseServer server, Studio studio) : IClassFixture<Studio>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_what_waits_who_reads_and_what_is_dead()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("reports.jsonl", Reports.JsonLines(30, seed: 12));
        desk.Write("empty.txt", " ");
        await desk.SendAsync("reports.jsonl", Cancel);
        await desk.SendAsync("empty.txt", Cancel);
        var before = JsonSerializer.Deserialize<QueueStatus>(desk.Run("status", "--format", "json").Output, QueueJson.Options)!;
        Assert.Equal((31, 0, 0), (before.Waiting, before.InHand, before.WorkersKnown));
        Assert.InRange(before.OldestSeconds ?? -1, 0.001, 60);
        var counted = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var listener = Listen(counted);
        using var go = new ManualResetEventSlim();
        await using (var worker = new RunningWorker(desk, _ => go.Wait(Patience)))
        {
            QueueStatus? status = null;
            await Services.UntilAsync(async () =>
                (status = await desk.Status.ReadAsync(Cancel)) is { InHand: 31, Waiting: 0 }, Patience, () => $"{status}", Cancel);
            Assert.True(status!.OldestSeconds >= before.OldestSeconds);
            Assert.NotEmpty(Assert.Single(status.Workers).Queues);
            go.Set();
            await Services.UntilAsync(async () =>
                (status = await desk.Status.ReadAsync(Cancel)) is { InHand: 0, Dead: 1, Notes: 0 }, Patience, () => $"{status}", Cancel);
            Assert.Null(status!.OldestSeconds);
            Assert.Equal(31, status.Stages.Single(stage => stage.Name == "read").Done);
            Assert.Equal(30, status.Stages.Single(stage => stage.Name == "keep").Done);
            using var page = new StringWriter();
            StatusText.Write(status, page);
            Assert.Matches("dead +1  konon dead list says why", page.ToString());
            Assert.Matches("workers +1\n", page.ToString());
            await ShowsAsync(desk);
        }

        Assert.Equal((30, 1), (counted["kept"], counted["refused"]));
    }

    [Fact]
    public void Who_names_a_broker_that_is_not_there_is_told_so_at_once()
    {
        using var desk = new Desk();
        var run = desk.Run("status", "--broker", $"amqp://name:secret@127.0.0.1:{Services.FreePort()}");
        Assert.Equal(3, run.Code);
        Assert.Contains("the broker cannot be used", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    // The same on a page of the server, and for programs.
    private async Task ShowsAsync(QueueDesk desk)
    {
        using var store = desk.Open();
        await using var app = KononWeb.Build(store, WebOptions.Default with { Urls = "http://127.0.0.1:0", Queue = desk.Status });
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var page = await client.GetStringAsync(new Uri("/status", UriKind.Relative), Cancel);
        Assert.Matches("<th scope=\"row\">dead .*</th><td>1</td>", page);
        var json = await client.GetStringAsync(new Uri("/status.json", UriKind.Relative), Cancel);
        Assert.Equal(1, JsonSerializer.Deserialize<QueueStatus>(json, QueueJson.Options)!.Dead);
        await Inspection.Check(await studio.Browser(), client.BaseAddress, ["/status"]);
    }

    private static MeterListener Listen(ConcurrentDictionary<string, long> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: WorkCounts.MeterName,
                    Name: "konon.queue.documents" }) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
            counted.AddOrUpdate((string)tags[0].Value!, count, (_, known) => known + count));
        listener.Start();
        return listener;
    }
}
