using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Konon.Articles;
using Konon.Intake;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Konon.Journeys.Fetching;

/// <summary>Feeds, sitemaps and lists of feeds, and the articles behind them.</summary>
public sealed class FeedJourneyTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Reads_the_articles_behind_a_feed()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", Rss(("/1", "2025-03-03T10:00:00+07:00"), ("/hilang", null), ("/2", null)), "application/rss+xml")
            .Page("/1", Article("Feri Tenggelam")).Page("/2", Article("Jembatan Ambruk"));
        var items = Read(outlet, "http://warta.example/feed");
        Assert.Equal(["http://warta.example/1", "http://warta.example/hilang", "http://warta.example/2"], items.Select(Name));
        Assert.Equal("http://warta.example/hilang: no such page (HTTP 404)", items[1].Refused!.Line);
        Assert.Equal(("e/1", "Judul /1", "2025-03-03T10:00:00+07:00"), items[0].Document!.Delivery!.Feed is { } feed ? (feed.Id, feed.Title, feed.Published) : default);
        Assert.Null(ArticleReader.TryRead(items[0].Document!, ArticleOptions.Default, out var article));
        Assert.Equal(("Feri Tenggelam", "http://warta.example/1"), (article!.Title, article.Url));
        Assert.Equal(("2025-03-03T10:00:00+07:00", TimeOrigin.Feed), (article.Published!.Value, article.Published.From));
    }

    [Fact]
    public async Task A_page_that_states_its_time_keeps_it()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", Rss(("/1", "2025-03-03T10:00:00+07:00")), "text/xml")
            .Page("/1", Article("Feri", "<meta property='article:published_time' content='2025-03-02T08:00:00+07:00'>"));
        Assert.Null(ArticleReader.TryRead(Assert.Single(Read(outlet, "http://warta.example/feed")).Document!, ArticleOptions.Default, out var article));
        Assert.Equal(("2025-03-02T08:00:00+07:00", TimeOrigin.Page), (article!.Published!.Value, article.Published.From));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Reads_no_more_than_asked_for(int max)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", Rss([.. Enumerable.Range(1, 9).Select(i => ($"/{i}", (string?)null))]), "application/xml");
        for (var i = 1; i < 10; i++) outlet.Page($"/{i}", Article("x"));
        var items = Read(outlet, CoverageOptions.Default with { MaxEntries = max }, "http://warta.example/feed");
        Assert.Equal(Enumerable.Range(1, max).Select(i => $"http://warta.example/{i}"), items.Select(Name));
        Assert.Equal(max, outlet.Paths.Count(path => path.Length == 2));
    }

    [Fact]
    public async Task Reads_the_newest_of_a_sitemap_and_of_an_index_together()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/index.xml", "<sitemapindex><sitemap><loc>http://warta.example/lama.xml</loc><lastmod>2025-01-01</lastmod></sitemap>"
                + "<sitemap><loc>http://warta.example/baru.xml.gz</loc><lastmod>2025-03-03</lastmod></sitemap></sitemapindex>", "application/xml")
            .Page("/lama.xml", Sitemap("/1", "/2"), "text/xml")
            .Page("/baru.xml.gz", async context =>
            {
                context.Response.ContentType = "application/gzip";
                await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(Sitemap("/3", "/4")));
            });
        foreach (var i in (int[])[1, 2, 3, 4]) outlet.Page($"/{i}", Article("x"));
        var items = Read(outlet, CoverageOptions.Default with { MaxEntries = 3 }, "http://warta.example/index.xml");
        Assert.Equal(["http://warta.example/4", "http://warta.example/3", "http://warta.example/2"], items.Select(Name));
    }

    [Fact]
    public async Task Reads_every_feed_of_a_list_and_each_article_once()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("a.example/feed", Rss(("/1", null), ("http://b.example/1", null)), "application/xml")
            .Page("b.example/feed", Rss(("/1", null), ("/2", null)), "application/xml")
            .Page("/1", Article("x")).Page("/2", Article("x")).Page("/halaman", Article("x"));
        var list = Path.Combine(_desk.Folder, _desk.Write("langganan.opml", "<opml><body><outline text='Koran'><outline xmlUrl='http://a.example/feed'/></outline>"
            + "<outline xmlUrl='http://b.example/feed'/><outline xmlUrl='http://a.example/halaman'/><outline xmlUrl='http://b.example/feed'/></body></opml>"));
        var items = Read(outlet, CoverageOptions.Default with { MaxEntries = 2 }, list);
        Assert.Equal(["http://a.example/1", "http://b.example/1", "http://b.example/2", "http://a.example/halaman"], items.Select(Name));
        Assert.Equal(IntakeRefusal.NotAFeed, items[3].Refused!.Reason);
    }

    [Fact]
    public async Task Feeds_in_feeds_come_to_an_end()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", Rss(("/feed", null), ("/lain", null)), "application/xml").Page("/lain", Rss(("/feed", null)), "application/xml")
            .Page("/index.xml", "<sitemapindex><sitemap><loc>http://warta.example/index.xml</loc></sitemap></sitemapindex>", "text/xml");
        for (var i = 1; i < 9; i++) outlet.Page($"/index{i}.xml", $"<sitemapindex><sitemap><loc>http://warta.example/index{i + 1}.xml</loc></sitemap></sitemapindex>", "text/xml");
        Assert.All(Read(outlet, "http://warta.example/feed"), item => Assert.Equal(IntakeRefusal.FeedInFeed, item.Refused!.Reason));
        Assert.Equal(IntakeRefusal.FeedInFeed, Read(outlet, "http://warta.example/index1.xml")[^1].Refused!.Reason);
        Assert.True(outlet.Requests.Count < 12, $"{outlet.Requests.Count} requests");
        Read(outlet, "http://warta.example/index.xml");
    }

    [Fact]
    public async Task A_feed_with_entities_is_not_read()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'http://warta.example/rahasia'>]><rss><channel><title>&x;</title></channel></rss>", "application/rss+xml");
        Assert.Equal(IntakeRefusal.FeedWithEntities, Assert.Single(Read(outlet, "http://warta.example/feed")).Refused!.Reason);
        Assert.Equal(["/robots.txt", "/feed"], outlet.Paths);
    }

    [Fact]
    public async Task Keeps_the_order_however_slow_a_page_is()
    {
        await using var outlet = await Outlet.OpenAsync();
        var second = new TaskCompletionSource();
        outlet.Page("/1", async context =>
        {
            // The first is answered when the second was asked for, which shows that they are fetched together.
            await second.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await context.Response.WriteAsync(Article("Satu"));
        }).Page("/2", async context =>
        {
            second.TrySetResult();
            await context.Response.WriteAsync(Article("Dua"));
        });
        var waited = new List<string>();
        var items = Read(outlet, CoverageOptions.Default with { Waiting = waited.Add }, "http://a.example/1", "http://b.example/2", "ftp://c.example/3", "tak-ada.txt");
        Assert.Equal(["http://a.example/1", "http://b.example/2", "ftp://c.example/3", "tak-ada.txt"], items.Select(Name));
        Assert.Equal([null, null, "ftp://c.example/3: neither http nor https", "tak-ada.txt: no such file or folder"], items.Select(item => item.Refused?.Line));
        Assert.Contains("http://a.example/1", waited);
    }

    [Theory]
    [InlineData("text/html; charset=windows-1251", "windows-1251", "<p>", "Паром")]
    [InlineData("text/html", "windows-1251", "<meta charset=windows-1251><p>", "Паром")]
    [InlineData("text/html; charset=iso-8859-1", "utf-8", "<meta charset=utf-8><p>", "kapal — feri")]
    [InlineData("text/html; charset=tidak-ada", "utf-8", "<p>", "kapal — feri")]
    [InlineData("text/html; charset=\"Shift_JIS\"", "shift_jis", "<p>", "フェリー沈没")]
    [InlineData("text/plain", "utf-16", "", "kapal — feri")]
    public async Task Reads_the_charset_wherever_it_is_said(string contentType, string charset, string before, string words)
    {
        await using var outlet = await Outlet.OpenAsync();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var body = before.Length == 0 ? words : Article(words).Replace("<head>", "<head>" + before[..before.LastIndexOf('<')], StringComparison.Ordinal);
        outlet.Page("/1", async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(body)]);
        });
        Assert.Null(ArticleReader.TryRead(Assert.Single(Read(outlet, "http://warta.example/1")).Document!, ArticleOptions.Default, out var article));
        Assert.Contains(words, article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_and_archives_come_by_address_too()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/baris", "{\"text\": \"Satu.\"}\n{\"text\": \"Dua.\"}\n", "application/json").Page("/arsip", async context =>
            await context.Response.Body.WriteAsync(Archive.Page("https://warta.example/1", "Feri", "x")));
        Assert.Equal(["http://a.example/baris#1", "http://a.example/baris#2", "http://a.example/arsip#0"], Read(outlet, "http://a.example/baris", "http://a.example/arsip").Select(Name));
    }

    [Fact]
    public async Task The_program_reads_a_feed_and_says_what_it_refuses()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", Rss(("/1", "Mon, 03 Mar 2025 10:00:00 +0700"), ("http://[::1]:1/rahasia", null)), "application/rss+xml").Page("/1", Article("Feri Tenggelam"));
        var feed = $"http://127.0.0.1:{outlet.Port}/feed";
        var run = _desk.Run("extract", "--allow-private", "--max-entries", "1", "--contact", "meja@redaksi.example", feed);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var article = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("Feri Tenggelam", $"http://127.0.0.1:{outlet.Port}/1"), (article.GetProperty("title").GetString(), article.GetProperty("url").GetString()));
        Assert.Equal(("2025-03-03T10:00:00+07:00", "feed"), (article.GetProperty("published").GetProperty("value").GetString(), article.GetProperty("published").GetProperty("from").GetString()));
        Assert.Equal("Konon/0.1 (+meja@redaksi.example)", outlet.Requests.Last().Headers.UserAgent);
        run = _desk.Run("brief", feed, "coverage/a.txt");
        Assert.Equal(1, run.Code);
        Assert.Equal([$"konon: {feed}: on a private network or this machine (allow it with --allow-private)"], run.ErrorLines);
    }

    [Fact]
    public async Task The_program_reads_the_whole_of_an_article_shown_in_parts()
    {
        await using var outlet = await Outlet.OpenAsync();
        var whole = Article("Feri Tenggelam").Replace("</article>", "<p>Kapal itu berangkat dari pelabuhan pada Senin malam, kata Rina dalam keterangan yang sama.</p></article>", StringComparison.Ordinal);
        outlet.Page("/1", Article("Feri Tenggelam").Replace("</article>", "<a href='/1?page=all'>Selengkapnya</a><div class='paging'><a href='/1?page=2'>2</a></div></article>", StringComparison.Ordinal))
            .Page("/1?page=all", whole);
        var run = _desk.Run("extract", "--allow-private", $"http://127.0.0.1:{outlet.Port}/1");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var article = JsonDocument.Parse(run.Output).RootElement;
        Assert.Contains("pelabuhan pada Senin malam", article.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal($"http://127.0.0.1:{outlet.Port}/1", article.GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("/1/kapal", "/1/kapal/2", "/1/kapal")]
    [InlineData("/1/kapal", "/1/kapal?page=2", "/1/kapal?page=2")]
    [InlineData("/1/kapal", "/1/kapal?page=all", "/1/kapal")]
    public async Task An_article_in_several_pages_is_kept_with_all_of_them_and_read_again_alike(string first, string second, string asked)
    {
        await using var outlet = await Outlet.OpenAsync();
        var isWhole = second.EndsWith("all", StringComparison.Ordinal);
        var start = "<p>Kapal itu berangkat pada Senin malam, kata Rina dalam keterangan tertulis.</p>";
        outlet.Page(first, Page(start + $"<div class='paging'><b>1</b> <a href='{second}'>{(isWhole ? "Selengkapnya" : "2")}</a></div>"))
            .Page(second, Page(
                (isWhole ? start : "") + "<p>Tim penyelam masih mencari dua orang yang belum ditemukan, menurut Rina.</p>"
                + (isWhole ? "" : $"<div class='paging'><a href='{first}'>1</a> <b>2</b></div>")));
        var add = _desk.Run("add", "--allow-private", $"http://127.0.0.1:{outlet.Port}{asked}");
        Assert.Equal((0, ""), (add.Code, Faults(add)));
        var export = _desk.Run("export", "--with-text").Output;
        using var article = JsonDocument.Parse(export);
        Assert.Equal($"http://127.0.0.1:{outlet.Port}{first}", article.RootElement.GetProperty("url").GetString());
        Assert.Contains("Senin malam", article.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Tim penyelam", article.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_desk.Folder, "konon.db.files"), "*.gz", SearchOption.AllDirectories).Length);
        Assert.Equal(0, _desk.Run("reread", "--all").Code);
        Assert.Equal(export, _desk.Run("export", "--with-text").Output);
        var verify = _desk.Run("verify");
        Assert.Equal((0, ""), (verify.Code, Faults(verify)));

        string Page(string paragraphs) => Article("Feri Tenggelam").Replace("</article>", paragraphs + "</article>", StringComparison.Ordinal)
            .Replace("</title>", $"</title><link rel=canonical href='http://127.0.0.1:{outlet.Port}{first}'>", StringComparison.Ordinal);

        // A run that waits for an address says so.
        static string Faults(Run run) => string.Join('\n', run.ErrorLines.Where(line => line.Contains("konon:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/1/kapal", "/1/kapal/2", "/1/kapal/3", "/1/kapal")]
    [InlineData("/1/kapal", "/1/kapal?page=2", "/1/kapal?page=3", "/1/kapal?page=2")]
    public async Task The_program_joins_the_parts_where_no_page_shows_the_whole(string first, string second, string third, string asked)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page(first, Part("Kapal itu berangkat pada Senin malam, kata Rina dalam keterangan tertulis.", $"<b>1</b> <a href='{second}'>2</a>"))
            .Page(second, Part("Tim penyelam masih mencari dua orang yang belum ditemukan, menurut Rina.", $"<a href='{first}'>1</a> <b>2</b> <a href='{third}'>Selanjutnya</a>"))
            .Page(third, Part("Pencarian akan dilanjutkan pada Rabu pagi bila gelombang reda, ujarnya.", $"<a href='{first}'>1</a> <a href='{second}'>2</a> <b>3</b>"));
        var run = _desk.Run("extract", "--allow-private", $"http://127.0.0.1:{outlet.Port}{asked}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var text = JsonDocument.Parse(run.Output).RootElement.GetProperty("text").GetString()!;
        int[] places = [.. ((string[])["Senin malam", "Tim penyelam", "Rabu pagi"]).Select(words => text.IndexOf(words, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
        Assert.Equal(1, text.Split("Feri Tenggelam").Length - 1);

        string Part(string sentence, string links) =>
            Article("Feri Tenggelam").Replace("</article>", $"<p>{sentence}</p><div class='paging'>{links}</div></article>", StringComparison.Ordinal)
                .Replace("</title>", $"</title><link rel=canonical href='http://127.0.0.1:{outlet.Port}{first}'>", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_without_end_are_read_only_so_far()
    {
        await using var outlet = await Outlet.OpenAsync();
        for (var part = 1; part <= 30; part++)
        {
            var page = Article("Feri Tenggelam").Replace("</article>", $"<p>Bagian ke-{part} dari laporan ini memuat keterangan nomor {part} dari para saksi.</p><a href='/1/kapal/{part + 1}'>{part + 1}</a></article>", StringComparison.Ordinal);
            outlet.Page(part == 1 ? "/1/kapal" : $"/1/kapal/{part}", page);
        }

        var run = _desk.Run("extract", "--allow-private", $"http://127.0.0.1:{outlet.Port}/1/kapal");
        Assert.Equal(0, run.Code);
        Assert.Equal(12, outlet.Requests.Count(request => request.Path.StartsWith("/1/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_program_reads_an_archive_and_resumes_it()
    {
        var pages = Enumerable.Range(0, 4).Select(i => Archive.Page($"https://warta.example/{i}", $"Feri {i}", "Tiga orang tewas.")).ToList();
        pages[1] = pages[1][..^9];
        _desk.Write("berita.warc.gz", pages.SelectMany(page => page).ToArray());
        var run = _desk.Run("extract", "berita.warc.gz", "--jobs", "3");
        var urls = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("url").GetString());
        Assert.Equal(["https://warta.example/0", "https://warta.example/2", "https://warta.example/3"], urls);
        Assert.Equal((1, $"konon: berita.warc.gz#{pages[0].Length}: a damaged record of the archive\n"), (run.Code, run.Error));
        var third = pages.Take(3).Sum(page => page.Length);
        run = _desk.Run("extract", "berita.warc.gz", "--skip", third.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(($"berita.warc.gz#{third}", 0), (JsonDocument.Parse(run.Output).RootElement.GetProperty("input").GetString(), run.Code));
        Assert.Equal(2, _desk.Run("extract", "--skip", "7", "a", "b").Code);
    }

    private static string Name(CoverageItem item) => item.Document?.Input ?? item.Refused!.Input;

    private static List<CoverageItem> Read(Outlet outlet, params string[] paths) => Read(outlet, CoverageOptions.Default, paths);

    private static List<CoverageItem> Read(Outlet outlet, CoverageOptions options, params string[] paths)
    {
        using var fetcher = outlet.Fetcher();
        return [.. new Coverage(options, null, fetcher).Read(paths)];
    }

    private static string Rss(params (string Link, string? Published)[] entries) => "<rss version='2.0'><channel><title>Warta</title>"
        + string.Concat(entries.Select(entry => $"<item><title>Judul {entry.Link}</title><link>{entry.Link}</link><guid isPermaLink='false'>e{entry.Link}</guid>"
            + (entry.Published is null ? "" : $"<pubDate>{entry.Published}</pubDate>") + "</item>"))
        + "</channel></rss>";

    private static string Sitemap(params string[] paths) => "<urlset>"
        + string.Concat(paths.Select(path => $"<url><loc>http://warta.example{path}</loc><lastmod>2025-03-0{path[1..]}</lastmod></url>")) + "</urlset>";

    private static string Article(string title, string meta = "") =>
        $"<!doctype html><html lang=id><head>{meta}<title>{title}</title></head><body><article><h1>{title}</h1>"
        + "<p>Tiga orang tewas dalam kecelakaan kapal di selat itu, kata Kepala BPBD Rina Astuti dalam keterangannya.</p>"
        + "<p>Menurut Rina, pencarian berlangsung sejak pagi dan melibatkan puluhan petugas dari tiga kabupaten.</p></article></body></html>";
}
