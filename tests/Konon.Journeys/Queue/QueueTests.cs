using System.Text.Json;
using Konon.Bytes;
using Konon.Queue;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>Documents are sent to a real broker, read by workers and kept in a real database, whatever comes between.</summary>
[Collection(QueueServers.Name)]
public sealed class QueueTests(Broker broker, DatabaseServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Declaring_the_queues_again_changes_nothing()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        var link = new BrokerLink(desk.Address, desk.Options, NullLogger.Instance, TimeProvider.System);
        var first = await link.ConnectOnceAsync("test", Cancel);
        var second = await link.ConnectOnceAsync("test", Cancel);
        await using var channel = await second.CreateChannelAsync(cancellationToken: Cancel);
        Assert.All(link.Names.Shards, shard =>
            Assert.Equal(0u, channel.QueueDeclarePassiveAsync(shard, Cancel).GetAwaiter().GetResult().MessageCount));
        await Closing.OfAsync(first);
        await Closing.OfAsync(second);
    }

    [Fact]
    public async Task Two_workers_one_of_them_killed_keep_what_one_process_keeps()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("reports.jsonl", Reports.JsonLines(120, seed: 1));
        var sent = desk.Run("enqueue", "reports.jsonl", "--format", "json");
        Assert.True(sent.Code == 0, sent.Error);
        Assert.Equal(120, JsonDocument.Parse(sent.Output).RootElement.GetProperty("sent").GetInt32());
        var killed = desk.Start("worker");
        var stays = desk.Start("worker", "--log", "json");
        using (var store = desk.Open())
        {
            await Services.UntilAsync(() => Task.FromResult(store.Count().Sightings > 0), TimeSpan.FromSeconds(60), () =>
                desk.Words, Cancel);
        }

        killed.Kill();
        await desk.KeptAsync(120, Cancel);
        // What comes now has one to read it, however fast the killed one was.
        desk.Write("later.jsonl", Reports.JsonLines(20, seed: 4));
        Assert.Equal(0, desk.Run("enqueue", "later.jsonl").Code);
        await desk.KeptAsync(140, Cancel);
        Assert.Equal(0, await stays.EndAsync());
        desk.IsAsAlone("reports.jsonl", "later.jsonl");
        // Each line is JSON, and articles go by their ids.
        var lines = stays.Words.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        using var kept = desk.Open();
        var article = lines.First(line =>
            line.GetProperty("EventId").GetInt32() == 15).GetProperty("State").GetProperty("Article").GetString();
        Assert.NotEmpty(kept.ReadingsOf(article!));
    }

    [Fact]
    public async Task A_message_that_comes_twice_in_any_order_has_one_effect()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("reports.jsonl", Reports.JsonLines(40, seed: 2));
        using var store = desk.Open();
        var run = store.BeginRun("add", "twice");
        var documents = new Konon.Intake.Coverage(Konon.Intake.CoverageOptions.Default).Read([Path.Combine(desk.Folder, "reports.jsonl")])
            .Select(item => item.Document! with { Input = item.Document!.Input.Replace(desk.Folder + "/", "",
                StringComparison.Ordinal) }).ToList();
        await using (var sender = new DocumentSender(store, run, desk.Address, desk.Options, NullLogger.Instance, TimeProvider.System))
        {
            var messages = documents.ConvertAll(document => (sender.Keep(document), DocumentMessage.KeyOf(document)));
            var chance = new Random(7);
            var shuffled = messages.Concat(messages).Concat(messages).OrderBy(_ => chance.Next()).ToList();
            await sender.SendAsync(shuffled, Cancel);
            await sender.FlushAsync();
            Assert.Equal(120, sender.Sent);
        }

        store.EndRun(run);
        desk.Start("worker");
        desk.Start("worker");
        await desk.KeptAsync(40, Cancel);
        await Services.UntilAsync(async () =>
            await desk.Status.ReadAsync(Cancel) is { Waiting: 0, InHand: 0, Dead: 0 }, TimeSpan.FromSeconds(60), () => desk.Words, Cancel);
        await desk.KeptAsync(40, Cancel);
        desk.IsAsAlone("reports.jsonl");
    }

    [Fact]
    public async Task A_sending_that_is_killed_goes_on_and_nothing_is_seen_twice()
    {
        using var shared = new Desk();
        using var desk = await QueueDesk.LayAsync(broker, server, documents: Path.Combine(shared.Folder, "documents"));
        desk.Write("reports.jsonl", Reports.JsonLines(200, seed: 3));
        desk.Start("worker");
        // In the middle: so many documents are kept, and those of the last windows are not sent.
        Assert.True(desk.RunTo("document.after-rename:150", "enqueue", "reports.jsonl"));
        var again = desk.Run("enqueue", "reports.jsonl");
        Assert.True(again.Code == 0, again.Error);
        await desk.KeptAsync(200, Cancel);
        using var store = desk.Open();
        Assert.Equal(200, store.Count().Sightings);
        desk.IsAsAlone("reports.jsonl");
    }

    [Fact]
    public async Task What_cannot_be_read_is_dead_with_its_reason_and_is_read_when_it_can_be()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("empty.txt", "  \n");
        desk.Write("good.txt", Desk.First);
        Assert.Equal(0, desk.Run("enqueue", "empty.txt", "good.txt").Code);
        // Its bytes go missing before anybody reads it.
        using var store = desk.Open();
        var bytes = System.Text.Encoding.UTF8.GetBytes(Desk.First);
        var digest = DocumentDigest.Of(bytes);
        store.Documents.Erase(digest);
        desk.Start("worker");
        await Services.UntilAsync(async () => (await desk.Status.ReadAsync(Cancel)).Dead == 2, TimeSpan.FromSeconds(60), () =>
            desk.Words, Cancel);
        var listed = desk.Run("dead list", "--format", "jsonl");
        var rows = listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["empty.txt", "good.txt"], rows.Select(row => row.GetProperty("input").GetString()).Order(StringComparer.Ordinal));
        var missing = rows.Single(row => row.GetProperty("input").GetString() == "good.txt");
        Assert.Contains("not in the ledger", missing.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var id = missing.GetProperty("id").GetString()!;
        Assert.Contains(digest, desk.Run("dead show", id).Output, StringComparison.Ordinal);
        store.Documents.Keep(digest, bytes);
        Assert.Equal("1 sent again\n", desk.Run("dead retry", id).Output);
        await desk.KeptAsync(1, Cancel);
        Assert.Equal("1 dropped\n", desk.Run("dead drop", "--all").Output);
        Assert.Equal("", desk.Run("dead list").Output);
        desk.IsAsAlone("good.txt");
    }

    [Fact]
    public async Task What_kills_every_worker_costs_itself_alone()
    {
        using var desk = await QueueDesk.LayAsync(broker, server);
        desk.Write("reports.jsonl", Reports.JsonLines(30, seed: 4));
        desk.Write("poison.txt", "Racun\n\n" + Desk.Second);
        Assert.Equal(0, desk.Run("enqueue", "poison.txt", "reports.jsonl").Code);
        using var store = desk.Open();
        var losses = 0;
        while (losses < 40 && (await desk.Status.ReadAsync(Cancel)).Dead == 0)
        {
            // Who reads the poison is gone in that moment, with all that it holds, and is started again by whoever watches over it.
            using var gone = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await using var worker = Given.Worker(desk, store, document =>
            {
                if (document.Input != "poison.txt") return;
                gone.Cancel();
                throw new OperationCanceledException();
            });
            await worker.RunAsync(gone.Token);
            losses++;
        }

        Assert.InRange(losses, 1, desk.Options.SuspectAfter + desk.Options.Tries + 3);
        desk.Start("worker");
        await desk.KeptAsync(30, Cancel);
        var dead = Assert.Single(await DeadAsync(desk));
        Assert.Equal("poison.txt", dead.Message!.Input);
        Assert.Contains("each worker that read it was lost", dead.Reason, StringComparison.Ordinal);
        desk.IsAsAlone("reports.jsonl");
    }

    private static async Task<IReadOnlyList<DeadLetter>> DeadAsync(QueueDesk desk)
    {
        await using var dead = await DeadLetters.OpenAsync(desk.Address, desk.Options, NullLogger.Instance, TimeProvider.System, Cancel);
        return await dead.ListAsync(100, Cancel);
    }
}
