using Konon.Cli.Watching;
using Konon.Store.Watching;
using Xunit;

namespace Konon.Journeys.Watching;

/// <summary>Articles are read again when they may have changed, and what became of them stands in the ledger.</summary>
public sealed class WatchTests
{
    private const string Feed = "http://warta.example/feed";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Within_a_week_an_article_is_read_again_six_times()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Tagged(() => WatchDesk.Rss("/1"), "application/rss+xml")).Page("/1", WatchDesk.Tagged(() => WatchDesk.Article("Feri")));
        await desk.GoOnAsync(Watch(desk), 9 * Day);
        Assert.Equal(
            ["00:00:00", "00:15:00", "01:00:00", "03:00:00", "08:00:00", "1.00:00:00", "7.00:00:00"],
            desk.AskedAt("/1").Select(time => time.ToString("c")));
        Assert.Equal((7L, 1L), (desk.Store.Count().Sightings, desk.Store.Count().Documents));
        // Every hour, and a tenth more at most.
        Assert.InRange(desk.Asked("/feed"), 9 * 24 * 10 / 11, (9 * 24) + 1);
    }

    [Fact]
    public async Task Another_watch_goes_on_where_one_ended()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"));
        await desk.GoOnAsync(Watch(desk), TimeSpan.FromMinutes(20));
        // Nobody watches while two readings fall due: they are made up for by one.
        desk.Time.AdvanceTo(WatchDesk.Beginning.AddHours(4));
        await desk.GoOnAsync(Watch(desk), 8 * Day);
        Assert.Equal(
            ["00:00:00", "00:15:00", "04:00:00", "08:00:00", "1.00:00:00", "7.00:00:00"],
            desk.AskedAt("/1").Select(time => time.ToString("c")));
    }

    [Fact]
    public async Task A_changed_article_becomes_a_version_and_going_back_is_seen()
    {
        await using var desk = await WatchDesk.OpenAsync();
        var words = "Tiga orang tewas";
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Tagged(() => WatchDesk.Article("Feri", words)));
        var watcher = Watch(desk);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(1));
        words = "Lima orang tewas";
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(30));
        Assert.Contains("Lima orang", Assert.Single(desk.Store.Current()).Read().Article.Text, StringComparison.Ordinal);
        words = "Tiga orang tewas";
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(4));
        Assert.Contains("Tiga orang", Assert.Single(desk.Store.Current()).Read().Article.Text, StringComparison.Ordinal);
        Assert.Equal(["Added", "Changed", "Changed", "Unchanged"], desk.Kinds("/1"));
        Assert.Equal((1L, 2L), (desk.Store.Count().Articles, desk.Store.Count().Readings));
    }

    [Fact]
    public async Task A_vanished_article_is_noted_once_and_stays()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"));
        var watcher = Watch(desk);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(1));
        desk.Outlet.Status("/1", 410);
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(4));
        desk.Outlet.Page("/1", WatchDesk.Article("Feri"));
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(5));
        Assert.Equal(["Added", "Vanished", "Unchanged", "Unchanged", "Returned"], desk.Kinds("/1"));
        Assert.Equal(1, desk.Number("SELECT COUNT(*) FROM absences WHERE answer = '410' AND moved_to IS NULL"));
        Assert.Contains("Tiga orang", Assert.Single(desk.Store.Current()).Read().Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_moved_is_told_from_one_that_leads_to_the_front_page()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1", "/2"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri")).Page("/2", WatchDesk.Article("Jembatan"))
            .Page("/baru", WatchDesk.Article("Feri Tenggelam")).Page("/", WatchDesk.Article("Beranda"));
        var watcher = Watch(desk);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(1));
        desk.Outlet.Redirect("/1", "/baru").Redirect("/2", "/");
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(2));
        Assert.Equal(["Added", "Moved", "Unchanged"], desk.Kinds("/1"));
        Assert.Equal(["Added", "Vanished", "Unchanged"], desk.Kinds("/2"));
        Assert.Equal((3L, 1L, 1L), (
            desk.Store.Count().Articles,
            desk.Number("SELECT COUNT(*) FROM absences WHERE answer = 'moved' AND moved_to IS NOT NULL"),
            desk.Number("SELECT COUNT(*) FROM absences WHERE answer = 'front page'")));
    }

    [Fact]
    public async Task A_feed_that_is_broken_for_a_while_costs_itself_alone()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"))
            .Status("rusak.example/feed", 502).Page("/2", WatchDesk.Article("Jembatan"));
        var watcher = desk.NewWatcher();
        watcher.Watch([Feed, "http://rusak.example/feed"]);
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(10));
        Assert.True(desk.Asked("/feed") >= 12, "the sound feed was held up");
        var failing = desk.List.Feeds()[0];
        Assert.Equal(("http://rusak.example/feed", "the server has a fault (HTTP 502)"), (failing.Address, failing.Fault));
        Assert.InRange(failing.Failures, 2, 4);
        desk.Outlet.Page("rusak.example/feed", WatchDesk.Rss("/2"), "application/rss+xml");
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(10));
        Assert.Equal((2L, 0), (desk.Store.Count().Articles, desk.List.Feeds()[0].Failures));
    }

    [Fact]
    public async Task A_feed_that_asks_for_a_pause_gets_it()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Tagged(() => WatchDesk.Rss("<ttl>240</ttl>", ["/1"]), "application/rss+xml")).Page("/1", WatchDesk.Article("Feri"));
        await desk.GoOnAsync(Watch(desk), TimeSpan.FromHours(24));
        Assert.InRange(desk.Asked("/feed"), 6, 7);
    }

    [Fact]
    public async Task A_reading_that_fails_is_tried_again_and_then_left_out()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"));
        var watcher = Watch(desk);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(1));
        desk.Outlet.Status("/1", 500);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(50));
        Assert.Equal(["00:00:00", "00:15:00", "00:20:00", "00:40:00"], desk.AskedAt("/1").Select(time => time.ToString("c")));
        desk.Outlet.Page("/1", WatchDesk.Article("Feri"));
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(10));
        Assert.Equal("01:00:00", desk.AskedAt("/1").Last().ToString("c"));
    }

    [Fact]
    public async Task Two_watches_at_once_ask_and_keep_everything_once()
    {
        await using var desk = await WatchDesk.OpenAsync();
        var hosts = Enumerable.Range(0, 12).Select(i => $"http://koran{i}.example").ToList();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1", "/2"), "application/rss+xml").Page("/1", WatchDesk.Tagged(() => WatchDesk.Article("Feri")))
            .Page("/2", WatchDesk.Tagged(() => WatchDesk.Article("Jembatan")));
        var events = new System.Collections.Concurrent.ConcurrentQueue<WatchEvent>();
        var watchers = new List<Watcher>();
        for (var i = 0; i < 2; i++)
        {
            var watcher = desk.NewWatcher(every: "7d", store: desk.OpenStore(), happened: events.Enqueue);
            watcher.Watch(hosts.Select(host => host + "/feed"));
            watchers.Add(watcher);
        }

        foreach (var minutes in (int[])[0, 15, 60])
        {
            desk.Time.AdvanceTo(WatchDesk.Beginning.AddMinutes(minutes));
            await Task.WhenAll(watchers.Select(watcher => Task.Run(() => watcher.StepAsync(CancellationToken.None))));
        }

        Assert.Equal((24L, 72L), (desk.Store.Count().Articles, desk.Store.Count().Sightings));
        Assert.Equal((36, 36), (desk.Asked("/1"), desk.Asked("/2")));
        Assert.Equal(24, events.Count(happened => happened.Kind == WatchEventKind.Added));
    }

    [Fact]
    public async Task What_a_list_no_longer_names_is_no_longer_watched()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/list.opml", WatchDesk.Opml("http://a.example/feed", "http://b.example/feed"), "text/xml")
            .Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"));
        var watcher = desk.NewWatcher();
        watcher.Watch(["http://desk.example/list.opml"]);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(1));
        Assert.Equal(3, watcher.Feeds.Count);
        desk.Outlet.Page("/list.opml", WatchDesk.Opml("http://b.example/feed"), "text/xml");
        await desk.GoOnAsync(watcher, TimeSpan.FromHours(2));
        Assert.Equal(2, watcher.Feeds.Count);
        Assert.Equal(2, desk.Store.Count().Articles);
    }

    [Fact]
    public async Task A_forgotten_article_is_not_asked_for_again_and_leaves_no_words()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/rina"), "application/rss+xml").Page("/rina", WatchDesk.Article("Feri"));
        var watcher = Watch(desk);
        await desk.GoOnAsync(watcher, TimeSpan.FromMinutes(1));
        desk.Number("INSERT INTO tombstones (kind, digest, at, why) SELECT 'document', sha256, 0, 'x' FROM documents RETURNING 1");
        await desk.GoOnAsync(watcher, 2 * Day);
        Assert.Equal(2, desk.Asked("/rina"));
        Assert.Equal(0, desk.Number("SELECT COUNT(*) FROM feed_entries WHERE url LIKE '%rina%' OR title IS NOT NULL"));
    }

    private static Watcher Watch(WatchDesk desk)
    {
        var watcher = desk.NewWatcher();
        watcher.Watch([Feed]);
        return watcher;
    }
}
