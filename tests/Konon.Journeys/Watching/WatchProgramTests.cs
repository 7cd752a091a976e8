using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Konon.Journeys.Fetching;
using Xunit;

namespace Konon.Journeys.Watching;

/// <summary>The built program pulls, watches, is killed and goes on.</summary>
public sealed class WatchProgramTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_pull_that_is_killed_loses_and_repeats_nothing()
    {
        await using var outlet = await Outlet.OpenAsync();
        var reached = new TaskCompletionSource();
        var feed = Feed(outlet);
        outlet.Page("/feed", WatchDesk.Tagged(() => WatchDesk.Rss("/1", "/2", "/3"), "application/rss+xml"))
            .Page("/1", WatchDesk.Article("Feri 1")).Page("/3", WatchDesk.Article("Feri 3"))
            .Page("/2", async context =>
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
        using (var killed = Program.Start(_desk.Folder, "pull", "--allow-private", feed))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        outlet.Page("/2", WatchDesk.Article("Feri 2"));
        var run = _desk.Run("pull", "--allow-private", "--format", "json", feed);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["Feri 2", "Feri 3"], json.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("title").GetString()).Order());
        Assert.Equal((1, 0), (json.GetProperty("feeds").GetInt32(), json.GetProperty("waiting").GetInt32()));
        Assert.Equal(1, outlet.Paths.Count(path => path == "/1"));
        run = _desk.Run("pull", "--allow-private", feed);
        Assert.Equal("0 new articles, 0 known from elsewhere, 0 to be tried again; 1 feeds, 0 refused\n", run.Output);
    }

    [Fact]
    public async Task A_pull_says_what_is_new_and_what_it_refuses()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", WatchDesk.Rss("/1", "/hilang"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri Tenggelam"));
        _desk.Write("feeds.opml", WatchDesk.Opml(Feed(outlet), $"http://127.0.0.1:{outlet.Port}/lain"));
        var run = _desk.Run("pull", "--allow-private", "--contact", "meja@redaksi.example", "feeds.opml", "tak-ada.opml", "coverage/a.txt");
        Assert.Equal(1, run.Code);
        Assert.Contains("Feri Tenggelam\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 new articles, 0 known from elsewhere, 1 to be tried again; 1 feeds, 4 refused\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "konon: coverage/a.txt: neither a feed nor a list of feeds",
                $"konon: http://127.0.0.1:{outlet.Port}/hilang: no such page (HTTP 404); to be tried again",
                $"konon: http://127.0.0.1:{outlet.Port}/lain: no such page (HTTP 404)",
                "konon: tak-ada.opml: no such file or folder",
            ],
            run.ErrorLines.Order(StringComparer.Ordinal));
        Assert.Equal("Konon/0.1 (+meja@redaksi.example)", outlet.Requests.Last().Headers.UserAgent);
        Assert.Equal((3, 2), (_desk.Run("pull", "tak-ada.opml").Code, _desk.Run("pull").Code));
    }

    [Fact]
    public async Task A_watch_tells_what_happens_and_ends_well_when_it_is_told_to()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no SIGTERM on Windows.");
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri Tenggelam"));
        foreach (var signal in (string[])["TERM", "INT"])
        {
            using var watch = Program.Start(_desk.Folder, "watch", "--allow-private", Feed(outlet));
            watch.StandardInput.Close();
            var lines = new List<string>();
            var end = signal == "TERM" ? "Feri Tenggelam" : "watching 1 feed";
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            waiting.CancelAfter(Patience);
            while (await watch.StandardError.ReadLineAsync(waiting.Token) is { } line)
            {
                lines.Add(line);
                if (line.Contains(end, StringComparison.Ordinal)) Send(signal, watch);
            }

            Assert.True(watch.WaitForExit(Patience), "the watch did not end");
            Assert.Equal(0, watch.ExitCode);
            Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", line));
            var news = signal == "TERM" ? 1 : 0;
            Assert.EndsWith($"ended; {news} new, 0 changed, 0 vanished, 0 unchanged", lines[^1], StringComparison.Ordinal);
        }

        Assert.Equal(1, outlet.Paths.Count(path => path == "/1"));
    }

    [Fact]
    public async Task An_address_that_is_given_twice_to_add_is_asked_for_once()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/1", WatchDesk.Article("Feri Tenggelam"));
        var address = $"http://127.0.0.1:{outlet.Port}/1";
        var run = _desk.Run("add", "--allow-private", address, address + "#komentar", address + "?utm_source=surat");
        Assert.Equal("1 new articles, 0 new versions, 0 seen before, 0 refused\n", run.Output);
        Assert.Equal(1, outlet.Paths.Count(path => path.StartsWith("/1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Feeds_are_listed_with_how_they_are()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri")).Status("/lain", 500);
        _desk.Run("pull", "--allow-private", Feed(outlet), $"http://127.0.0.1:{outlet.Port}/lain");
        var lines = _desk.Run("feeds").Output.Split('\n');
        Assert.Matches(@"^State +Articles +To read  Asked \(UTC\) +Feed$", lines[0]);
        Assert.Matches($@"^fine +1 +0  \d{{4}}-\d\d-\d\d \d\d:\d\d  http://127.0.0.1:{outlet.Port}/feed", lines[1]);
        Assert.Matches("^failing ", lines[2]);
        Assert.Contains("Keadaan", _desk.Run("feeds", "--ui", "id").Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(_desk.Run("feeds", "--format", "json").Output).RootElement;
        Assert.Equal(["fine", "failing"], json.EnumerateArray().Select(feed => feed.GetProperty("state").GetString()));
        Assert.Equal(2, _desk.Run("feeds", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("address,kind,title,state,articles,", _desk.Run("feeds", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Equal(3, _desk.Run("feeds", "--ledger", "tak-ada.db").Code);
    }

    [Theory]
    [InlineData("--every", "5")]
    [InlineData("--every", "1s")]
    [InlineData("--every", "8d")]
    public void A_pause_that_is_none_is_wrong_usage(params string[] arguments) =>
        Assert.Equal(2, _desk.Run(["watch", "http://warta.example/feed", .. arguments]).Code);

    [Theory]
    [InlineData("pull", 3)]
    [InlineData("watch", 3)]
    [InlineData("feeds", 2)]
    public async Task The_examples_of_the_help_run(string command, int count)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"));
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        _desk.Write("feeds.opml", WatchDesk.Opml(Feed(outlet)));
        var help = _desk.Run(command, "--help").Output;
        var examples = help[help.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("  konon ", StringComparison.Ordinal)).ToList();
        Assert.Equal(count, examples.Count);
        foreach (var example in examples)
        {
            // Nobody is at the addresses of an example: there the command line alone is tried.
            var isAddress = example.Contains(".example/", StringComparison.Ordinal);
            var arguments = example.Split('>')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            var run = _desk.Run([.. arguments, isAddress ? "--help" : command == "pull" ? "--allow-private" : "--ledger=konon.db"]);
            Assert.True(run.Code == 0, $"{example}: {run.Error}");
        }
    }

    private static string Feed(Outlet outlet) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{outlet.Port}/feed");

    private static void Send(string signal, Process process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
