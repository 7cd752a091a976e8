using Konon.Store.Watching;
using Xunit;

namespace Konon.Journeys.Watching;

/// <summary>New entries come into the ledger once, whatever happens on the way.</summary>
public sealed class PullTests
{
    private const string Feed = "http://warta.example/feed";

    [Fact]
    public async Task Each_new_entry_is_read_once()
    {
        await using var desk = await WatchDesk.OpenAsync();
        var links = new List<string> { "/1", "/2" };
        desk.Outlet.Page("/feed", WatchDesk.Tagged(() => WatchDesk.Rss([.. links]), "application/rss+xml"));
        foreach (var i in (int[])[1, 2, 3]) desk.Outlet.Page($"/{i}", WatchDesk.Article($"Feri {i}"));
        await desk.PullAsync(Feed);
        Assert.Equal(["Feri 1", "Feri 2"], desk.Events.Where(happened => happened.Kind == WatchEventKind.Added).Select(happened => happened.Title));
        links.Insert(0, "/3");
        await desk.PullAsync(Feed);
        Assert.Equal(["Feri 3"], desk.Events.Where(happened => happened.Kind == WatchEventKind.Added).Select(happened => happened.Title));
        Assert.Equal((1, 1, 1), (desk.Asked("/1"), desk.Asked("/2"), desk.Asked("/3")));
        Assert.Equal((3L, 3L), (desk.Store.Count().Articles, desk.Store.Count().Sightings));
    }

    [Fact]
    public async Task An_unchanged_feed_costs_one_conditional_request()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Tagged(() => WatchDesk.Rss("/1"), "application/rss+xml")).Page("/1", WatchDesk.Article("Feri"));
        await desk.PullAsync(Feed);
        var before = desk.Outlet.Requests.Count;
        var events = await desk.PullAsync(Feed);
        Assert.Equal([WatchEventKind.FeedQuiet], events.Select(happened => happened.Kind));
        // The second is of a robots.txt, which every run asks for anew.
        Assert.Equal(["/feed", "/robots.txt"], desk.Outlet.Paths.Skip(before).Order());
        Assert.NotEmpty(desk.Outlet.Requests.Last().Headers.IfNoneMatch.ToString());
    }

    [Fact]
    public async Task A_feed_that_failed_in_between_is_not_sent_again_either()
    {
        await using var desk = await WatchDesk.OpenAsync();
        var sound = WatchDesk.Tagged(() => WatchDesk.Rss("/1"), "application/rss+xml");
        desk.Outlet.Page("/feed", sound).Page("/1", WatchDesk.Article("Feri"));
        await desk.PullAsync(Feed);
        desk.Outlet.Status("/feed", 500);
        Assert.Equal(WatchEventKind.FeedFailed, Assert.Single(await desk.PullAsync(Feed)).Kind);
        desk.Outlet.Page("/feed", sound);
        await desk.PullAsync(Feed);
        Assert.All(desk.Outlet.Requests.Where(request => request.Path == "/feed").Skip(1), request => Assert.NotEmpty(request.Headers.IfNoneMatch.ToString()));
    }

    [Fact]
    public async Task What_feeds_and_spellings_name_twice_is_one_entry()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("a.example/feed", WatchDesk.Rss("http://warta.example/1", "http://WARTA.example/1?utm_source=rss#x"), "application/rss+xml")
            .Page("b.example/feed", WatchDesk.Rss("http://warta.example:80/1#b"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri"));
        await desk.PullAsync("http://a.example/feed", "http://b.example/feed");
        Assert.Equal((1L, 1), (desk.Store.Count().Articles, desk.Asked("/1")));
    }

    [Fact]
    public async Task What_fails_is_tried_again_with_pauses_and_given_up_in_the_end()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1", "/2"), "application/rss+xml").Status("/1", 500).Page("/2", WatchDesk.Article("Feri"));
        var kinds = new List<string>();
        for (var hour = 0; hour < 72; hour++)
        {
            await desk.PullAsync(Feed);
            kinds.AddRange(desk.Kinds("/1"));
            desk.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["Failed", "Failed", "Failed", "Failed", "Failed", "GivenUp"], kinds);
        Assert.Equal((6, 1), (desk.Asked("/1"), desk.Asked("/2")));
        Assert.Equal(1, Assert.Single(desk.List.Feeds()).GivenUp);
    }

    [Fact]
    public async Task What_failed_is_read_when_it_answers_again_though_the_feed_no_longer_names_it()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml").Status("/1", 503);
        await desk.PullAsync(Feed);
        desk.Outlet.Page("/feed", WatchDesk.Rss("/2"), "application/rss+xml").Page("/1", WatchDesk.Article("Feri")).Page("/2", WatchDesk.Article("Feri"));
        desk.Time.Advance(TimeSpan.FromMinutes(6));
        await desk.PullAsync(Feed);
        Assert.Equal(2, desk.Store.Count().Articles);
    }

    [Fact]
    public async Task A_list_of_many_feeds_with_a_bad_one_among_them_costs_that_one()
    {
        await using var desk = await WatchDesk.OpenAsync();
        var feeds = Enumerable.Range(0, 30).Select(i => $"http://koran{i}.example/feed").ToArray();
        desk.Outlet.Page("/list.opml", WatchDesk.Opml(feeds), "text/xml").Page("/feed", WatchDesk.Rss("/1"), "application/rss+xml")
            .Page("/1", WatchDesk.Article("Feri")).Page("koran7.example/feed", "<rss><channel><item>", "application/rss+xml").Status("koran9.example/feed", 500);
        await desk.PullAsync("http://desk.example/list.opml");
        Assert.Equal(
            ["http://koran7.example/feed", "http://koran9.example/feed"],
            desk.Events.Where(happened => happened.Kind == WatchEventKind.FeedFailed).Select(happened => happened.Address).Order());
        Assert.Equal(28, desk.Store.Count().Articles);
        Assert.Equal(31, desk.List.Feeds().Count);
    }

    [Fact]
    public async Task A_server_that_wants_fewer_requests_gets_them()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Status("/feed", 429, ("Retry-After", "7200"));
        await desk.PullAsync(Feed);
        desk.Time.Advance(TimeSpan.FromHours(1));
        var events = await desk.PullAsync(Feed);
        Assert.Equal((1, "left for later: the server wants fewer requests"), (desk.Asked("/feed"), Assert.Single(events).Why));
        desk.Time.Advance(TimeSpan.FromMinutes(61));
        await desk.PullAsync(Feed);
        Assert.Equal(2, desk.Asked("/feed"));
    }

    [Fact]
    public async Task After_a_page_that_says_too_many_the_others_of_its_host_wait()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/feed", WatchDesk.Rss("/1", "/2", "/3", "http://lain.example/4"), "application/rss+xml").Status("/1", 429, ("Retry-After", "600"));
        foreach (var i in (int[])[2, 3, 4]) desk.Outlet.Page($"/{i}", WatchDesk.Article($"Feri {i}"));
        await desk.PullAsync(Feed);
        Assert.Equal((0, 0, 1), (desk.Asked("/2"), desk.Asked("/3"), desk.Asked("/4")));
        desk.Time.Advance(TimeSpan.FromMinutes(11));
        await desk.PullAsync(Feed);
        Assert.Equal((1, 1), (desk.Asked("/2"), desk.Asked("/3")));
    }

    [Fact]
    public async Task Of_a_sitemap_the_newest_are_read_and_no_more_than_asked_for()
    {
        await using var desk = await WatchDesk.OpenAsync();
        desk.Outlet.Page("/index.xml", "<sitemapindex><sitemap><loc>http://warta.example/peta.xml</loc></sitemap></sitemapindex>", "text/xml")
            .Page("/peta.xml", "<urlset>" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<url><loc>http://warta.example/{i}</loc><lastmod>2025-03-0{i}</lastmod></url>")) + "</urlset>", "text/xml");
        for (var i = 1; i < 10; i++) desk.Outlet.Page($"/{i}", WatchDesk.Article($"Feri {i}"));
        await desk.NewWatcher(maxEntries: 3).PullAsync(["http://warta.example/index.xml"], CancellationToken.None);
        Assert.Equal(["/7", "/8", "/9"], desk.Outlet.Paths.Where(path => path.Length == 2).Order());
    }

    [Fact]
    public async Task A_stop_in_the_middle_keeps_what_had_come_and_goes_on_from_there()
    {
        await using var desk = await WatchDesk.OpenAsync();
        using var stop = new CancellationTokenSource();
        desk.Outlet.Page("/feed", WatchDesk.Tagged(() => WatchDesk.Rss("/1", "/2", "/3"), "application/rss+xml")).Page("/1", WatchDesk.Article("Feri 1"))
            .Page("/2", async context =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }).Page("/3", WatchDesk.Article("Feri 3"));
        await desk.NewWatcher().PullAsync([Feed], stop.Token);
        Assert.Equal(1, desk.Store.Count().Articles);
        desk.Outlet.Page("/2", WatchDesk.Article("Feri 2"));
        await desk.PullAsync(Feed);
        Assert.Equal((3L, 3L, 1), (desk.Store.Count().Articles, desk.Store.Count().Sightings, desk.Asked("/1")));
    }
}
