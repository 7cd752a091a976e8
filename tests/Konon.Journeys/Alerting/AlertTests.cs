using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Konon.Ledger.Alerts;
using Konon.Store.Alerts;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Konon.Journeys.Alerting;

/// <summary>Messages to a real receiver: what is told, once, signed, and what becomes of it where something fails.</summary>
public sealed class AlertTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_ledger_held_before_is_not_told_and_what_comes_is_told_once()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        var runner = desk.Runner();
        Assert.Equal(default, await runner.RunAsync(Cancel));
        desk.AddReports("05");
        var counts = await runner.RunAsync(Cancel);
        Assert.True(counts.Found > 0);
        Assert.Equal((counts.Found, 0), (counts.Delivered, counts.Failed));
        Assert.Contains(Figures(desk), figures => figures is (3, 9));
        // Another process, and one that has seen nothing, tell nothing again.
        Assert.Equal(default, await desk.Runner(store: desk.Open()).RunAsync(Cancel));
        desk.AddReports("09");
        await runner.RunAsync(Cancel);
        Assert.Contains(Figures(desk), figures => figures is (9, 14));
        Assert.Equal(desk.Receiver.Messages.Count, desk.Receiver.Messages.Select(message => message.Event).Distinct().Count());
    }

    [Fact]
    public async Task A_message_is_signed_over_its_time_and_its_bytes()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out var secret);
        desk.AddReports("05");
        await desk.Runner().RunAsync(Cancel);
        Assert.NotEmpty(desk.Receiver.Messages);
        Assert.All(desk.Receiver.Messages,
        message => {
            using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
            byte[] signed = [.. Encoding.ASCII.GetBytes(message.Timestamp + "."), .. message.Body];
            Assert.Equal("v1=" + Convert.ToHexStringLower(hmac.ComputeHash(signed)), message.Signature);
            Assert.Equal(desk.Time.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), message.Timestamp);
            Assert.Equal("application/json", message.ContentType);
            using var body = JsonDocument.Parse(message.Body);
            Assert.Equal(message.Event, body.RootElement.GetProperty("id").GetString());
            Assert.Equal(desk.Alert.Id, body.RootElement.GetProperty("alert").GetString());
            Assert.All(
                body.RootElement.GetProperty("sides").EnumerateArray(),
                side => Assert.Equal(64, side.GetProperty("source").GetProperty("document").GetString()!.Length));
        });
    }

    [Fact]
    public async Task A_conflict_that_opens_is_told()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, kinds: StoryEventKind.Conflict);
        desk.AddReports("04");
        await desk.Runner().RunAsync(Cancel);
        Assert.Contains(desk.Receiver.Messages, message => Encoding.UTF8.GetString(message.Body).Contains("180", StringComparison.Ordinal));
        Assert.All(
            desk.Receiver.Messages,
            message => Assert.Contains("\"event\":\"conflict\"", Encoding.UTF8.GetString(message.Body), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_search_only_what_stands_in_an_article_found_is_told()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, query: "feri outlet:\"suara lorang\"");
        var other = new AlertBook(desk.Store, desk.Time)
            .Add(null, "feri outlet:mandalapos", desk.Receiver.Address, StoryEventKinds.All, out _);
        desk.AddReports("05");
        await desk.Runner().RunAsync(Cancel);
        Assert.NotEmpty(desk.Receiver.Messages);
        Assert.All(
            desk.Receiver.Messages,
            message => Assert.Contains("suara lorang", Encoding.UTF8.GetString(message.Body), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, new AlertBook(desk.Store, desk.Time).Find(other.Id)!.Delivered);
    }

    [Fact]
    public async Task A_receiver_with_a_fault_gets_the_message_again_in_the_same_run()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        desk.Receiver.Answer = (count, context) =>
        {
            context.Response.StatusCode = count == 1 ? 500 : 200;
            return Task.CompletedTask;
        };
        var counts = await desk.Runner().RunAsync(Cancel);
        Assert.Equal((counts.Found, 0), (counts.Delivered, counts.Failed));
        var sent = desk.Receiver.Messages.ToList();
        Assert.Equal(counts.Found + 1, sent.Count);
        Assert.Equal((sent[0].Event, sent[0].Signature), (sent[1].Event, sent[1].Signature));
        Assert.Equal(sent[0].Body, sent[1].Body);
    }

    [Fact]
    public async Task A_receiver_that_stays_away_is_tried_later_and_given_up_in_the_end()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        desk.Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        var runner = desk.Runner();
        Assert.Equal(1, (await runner.RunAsync(Cancel)).Failed);
        Assert.Equal(default, await runner.RunAsync(Cancel) with { Failed = 0 });
        var first = desk.Receiver.Messages.First().Event;
        for (var i = 0; i < 40 && desk.Receiver.Messages.Count(message => message.Event == first) < AlertPace.MostAttempts; i++)
        {
            desk.Time.Advance(TimeSpan.FromHours(25));
            await runner.RunAsync(Cancel);
        }

        Assert.True(desk.Alert.GivenUp > 0);
        var count = desk.Receiver.Messages.Count(message => message.Event == first);
        desk.Time.Advance(TimeSpan.FromDays(9));
        await runner.RunAsync(Cancel);
        Assert.Equal(AlertPace.MostAttempts, count);
        Assert.Equal(count, desk.Receiver.Messages.Count(message => message.Event == first));
        Assert.Equal("the receiver did not take it (HTTP 404)", desk.Log[^1].Fault);
        Assert.Equal(404, desk.Log[^1].Status);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_in_time_is_tried_later_with_the_same_id()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        desk.Receiver.Answer = (count, context) => count > 1 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, context.RequestAborted);
        var hasty = desk.Runner(options => options with { HeadersTimeout = TimeSpan.FromMilliseconds(400) });
        Assert.Equal(1, (await hasty.RunAsync(Cancel)).Failed);
        Assert.Equal("the server took too long", desk.Log[^1].Fault);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await desk.Runner().RunAsync(Cancel)).Failed);
        Assert.Equal(0, desk.Alert.Waiting);
        var sent = desk.Receiver.Messages.ToList();
        Assert.Equal(sent[0].Event, sent[1].Event);
    }

    [Fact]
    public async Task A_run_that_is_stopped_before_the_answer_loses_nothing()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        desk.Receiver.Answer = async (count, context) =>
        {
            if (count > 1) return;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Runner().RunAsync(stop.Token));
        var counts = await desk.Runner(store: desk.Open()).RunAsync(Cancel);
        Assert.Equal((0, 0), (counts.Found, counts.Failed));
        Assert.Equal(counts.Delivered, (int)desk.Alert.Delivered);
        Assert.True(counts.Delivered > 0);
        // At least once: the one that was under way came twice, with one id.
        Assert.Equal(counts.Delivered, desk.Receiver.Messages.Select(message => message.Event).Distinct().Count());
    }

    [Fact]
    public async Task A_killed_holder_keeps_a_message_from_the_others_only_for_a_while()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        Assert.True(new AlertLook(desk.Store, desk.Time).TryLook(alert, out _));
        var outbox = new AlertOutbox(desk.Store, desk.Time);
        foreach (var message in outbox.Due(alert, 100)) Assert.NotNull(outbox.Hold(message));
        Assert.Equal(0, (await desk.Runner().RunAsync(Cancel)).Delivered);
        desk.Time.Advance(AlertOutbox.HoldTime);
        Assert.True((await desk.Runner().RunAsync(Cancel)).Delivered > 0);
    }

    [Fact]
    public async Task Two_who_look_at_one_time_find_and_send_each_event_once()
    {
        await using var desk = await AlertDesk.OpenAsync();
        desk.AddAlert(out _);
        desk.AddReports("04", "05", "06");
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Runner(store: Opened()).RunAsync(Cancel))));
        var rest = await desk.Runner().RunAsync(Cancel);
        Assert.Equal(counts.Sum(one => one.Found) + rest.Found, (int)desk.Alert.Delivered);
        Assert.Equal(desk.Receiver.Messages.Count, desk.Receiver.Messages.Select(message => message.Event).Distinct().Count());

        Konon.Store.LedgerStore Opened()
        {
            lock (desk) return desk.Open();
        }
    }

    [Fact]
    public async Task A_look_that_was_overtaken_commits_nothing()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        var look = new AlertLook(desk.Store, desk.Time);
        Assert.True(look.TryLook(alert, out var first));
        desk.AddReports("09");
        Assert.False(look.TryLook(alert, out var late));
        Assert.True(look.TryLook(desk.Alert, out var second));
        Assert.Equal((0, first + second), (late, (int)desk.Alert.Waiting));
    }

    [Fact]
    public async Task An_address_of_this_machine_is_refused_unless_it_is_allowed()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = desk.AddAlert(out _);
        var attempt = await desk.Runner(options => options with { AllowPrivate = false }).TestAsync(alert, Cancel);
        Assert.Contains("private network", attempt!.Fault, StringComparison.Ordinal);
        Assert.Empty(desk.Receiver.Messages);
        Assert.Null((await desk.Runner().TestAsync(alert, Cancel))!.Fault);
        Assert.Contains(
            "\"event\":\"test\"", Encoding.UTF8.GetString(Assert.Single(desk.Receiver.Messages).Body), StringComparison.Ordinal);
        Assert.Equal(["test", "test"], desk.Log.Select(line => line.Kind));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_message()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = desk.AddAlert(out _);
        desk.Receiver.Outlet.Page("/elsewhere", "");
        desk.Receiver.Answer = (_, context) =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        Assert.Contains("redirects", (await desk.Runner().TestAsync(alert, Cancel))!.Fault, StringComparison.Ordinal);
        Assert.DoesNotContain("/elsewhere", desk.Receiver.Outlet.Paths);
    }

    [Fact]
    public async Task Forgetting_an_article_takes_its_words_out_of_what_is_still_to_be_sent()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = desk.AddAlert(out _, kinds: StoryEventKind.Figure);
        desk.AddReports("05");
        Assert.True(new AlertLook(desk.Store, desk.Time).TryLook(alert, out var events));
        Assert.True(events > 0);
        Assert.Null(desk.Store.TryForget("05-suaralorang.txt", "a test", out _));
        Assert.Equal(0, (await desk.Runner().RunAsync(Cancel)).Delivered);
        Assert.Empty(desk.Receiver.Messages);
    }

    [Fact]
    public async Task The_secret_lies_beside_the_ledger_and_goes_into_no_copy()
    {
        await using var desk = await AlertDesk.OpenAsync();
        var alert = desk.AddAlert(out var secret);
        var file = Path.Combine(desk.Location + ".secrets", alert.Id);
        Assert.Equal(secret, (await File.ReadAllTextAsync(file, Cancel)).Trim());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var copy = desk.Location + ".copy";
        desk.Store.BackUp(copy);
        Assert.DoesNotContain(secret, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(copy, Cancel)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(copy + ".secrets"));
        new AlertBook(desk.Store, desk.Time).Remove(alert);
        Assert.False(File.Exists(file));
        Assert.Empty(new AlertBook(desk.Store, desk.Time).All());
    }

    private static List<(decimal, decimal)> Figures(AlertDesk desk) => [.. desk.Receiver.Messages.Select(message =>
    {
        using var body = JsonDocument.Parse(message.Body);
        var values = body.RootElement.GetProperty("sides").EnumerateArray()
            .Select(side => side.GetProperty("figure").GetProperty("value").GetDecimal()).ToList();
        return (values[0], values[1]);
    })];
}
