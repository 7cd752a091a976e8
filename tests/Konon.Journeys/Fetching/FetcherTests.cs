using System.IO.Compression;
using System.Text;
using Konon.Fetch;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Konon.Journeys.Fetching;

/// <summary>Single pages, from a server that keeps its word.</summary>
public sealed class FetcherTests
{
    [Fact]
    public async Task Fetches_a_page_with_what_its_server_says_of_it()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Redirect("/lama", "/baru?x=1#akhir").Page("/baru?x=1", async context =>
        {
            context.Response.ContentType = "text/html; charset=iso-8859-1";
            context.Response.Headers.ETag = "\"7\"";
            context.Response.Headers.LastModified = "Mon, 03 Mar 2025 03:00:00 GMT";
            await context.Response.Body.WriteAsync("caf\u00e9"u8.ToArray());
        });
        using var fetcher = outlet.Fetcher(options => options with { Contact = "meja@redaksi.example\r\nX: y" });
        var page = (await FetchAsync(fetcher, "http://warta.example/lama#x")).Page!;
        Assert.Equal(("http://warta.example/baru?x=1", "text/html; charset=iso-8859-1", false), (page.Url, page.ContentType, page.NotModified));
        Assert.Equal(("\"7\"", "Mon, 03 Mar 2025 03:00:00 GMT", "caf\u00e9"), (page.ETag, page.LastModified, Encoding.UTF8.GetString(page.Bytes.Span)));
        Assert.InRange(page.FetchedAt, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal(["/robots.txt", "/lama", "/baru?x=1"], outlet.Paths);
        Assert.All(outlet.Requests, request => Assert.Equal("Konon/0.1 (+meja@redaksi.exampleX: y)", request.Headers.UserAgent));
        Assert.All(outlet.Requests, request => Assert.False(request.Headers.ContainsKey("Cookie") || request.Headers.ContainsKey("Referer")));
    }

    [Fact]
    public async Task Asks_for_a_page_only_if_it_changed()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/feed", async context =>
        {
            context.Response.Headers.ETag = "\"7\"";
            if (context.Request.Headers.IfNoneMatch == "\"7\"" && context.Request.Headers.IfModifiedSince == "Mon, 03 Mar 2025 03:00:00 GMT") context.Response.StatusCode = 304;
            else await context.Response.WriteAsync("<rss/>");
        });
        using var fetcher = outlet.Fetcher();
        var request = new FetchRequest("http://warta.example/feed");
        Assert.False((await fetcher.FetchAsync(request, Cancel)).Page!.NotModified);
        request = request with { ETag = "\"7\"", LastModified = "Mon, 03 Mar 2025 03:00:00 GMT" };
        var page = (await fetcher.FetchAsync(request, Cancel)).Page!;
        Assert.Equal((true, 0, "\"7\""), (page.NotModified, page.Bytes.Length, page.ETag));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("DEFLATE raw")]
    [InlineData("gzip, gzip")]
    [InlineData("identity")]
    public async Task Unpacks_what_is_packed(string encoding)
    {
        await using var outlet = await Outlet.OpenAsync();
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"kalimat {i} "));
        outlet.Page("/1", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding.Split(" raw")[0];
            await context.Response.Body.WriteAsync(Packed(Encoding.UTF8.GetBytes(text), encoding));
        });
        using var fetcher = outlet.Fetcher();
        Assert.Equal(text, Encoding.UTF8.GetString((await FetchAsync(fetcher, "http://warta.example/1")).Page!.Bytes.Span));
        Assert.Equal("gzip, br, deflate", outlet.Requests.Last().Headers.AcceptEncoding);
    }

    [Fact]
    public async Task Reads_robots_once_and_keeps_to_it()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Redirect("/robots.txt", "/aturan.txt").Page("/aturan.txt", "User-agent: *\nDisallow: /\n\nUser-agent: konon\nDisallow: /rahasia", "text/plain")
            .Page("/1", "x").Redirect("/ke-rahasia", "/rahasia/1");
        using var fetcher = outlet.Fetcher();
        Assert.NotNull((await FetchAsync(fetcher, "http://warta.example/1")).Page);
        Assert.Equal(FetchRefusal.RobotsForbid, (await FetchAsync(fetcher, "http://warta.example/rahasia/1")).Refusal);
        Assert.Equal(FetchRefusal.RobotsForbid, (await FetchAsync(fetcher, "http://warta.example/ke-rahasia")).Refusal);
        Assert.Equal(["/robots.txt", "/aturan.txt", "/1", "/ke-rahasia"], outlet.Paths);
        // Another name is another outlet.
        await FetchAsync(fetcher, "http://lain.example/1");
        Assert.Equal(2, outlet.Paths.Count(path => path == "/robots.txt"));
    }

    [Theory]
    [InlineData(403, null)]
    [InlineData(404, null)]
    [InlineData(410, null)]
    [InlineData(429, FetchRefusal.RobotsUnreachable)]
    [InlineData(500, FetchRefusal.RobotsUnreachable)]
    [InlineData(503, FetchRefusal.RobotsUnreachable)]
    public async Task Without_robots_all_is_allowed_and_with_a_fault_nothing(int status, FetchRefusal? refusal)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Status("/robots.txt", status).Page("/1", "x");
        using var fetcher = outlet.Fetcher();
        Assert.Equal(refusal, (await FetchAsync(fetcher, "http://warta.example/1")).Refusal);
    }

    [Fact]
    public async Task Keeps_a_pace_for_each_host_and_the_longer_one_that_it_asks_for()
    {
        var time = new HurryingTime(100);
        await using var outlet = await Outlet.OpenAsync(time);
        outlet.Page("slow.example/robots.txt", "User-agent: *\nCrawl-delay: 20", "text/plain").Page("/1", "x").Page("/2", "x").Page("/3", "x");
        using var fetcher = outlet.Fetcher(options => Patient(options) with { Pace = TimeSpan.FromSeconds(5) });
        string[] hosts = ["quick.example", "slow.example"];
        var start = time.GetUtcNow();
        await Task.WhenAll(hosts.SelectMany(host => new[] { 1, 2, 3 }.Select(page => FetchAsync(fetcher, $"http://{host}/{page}"))));
        Assert.All(hosts.Zip([5, 20]), pair =>
        {
            var times = outlet.Requests.Where(request => request.Host == pair.First && request.Path != "/robots.txt").Select(request => request.At).Order().ToList();
            Assert.Equal(3, times.Count);
            // From the start, not from one to the next: a slow machine brings any of them later, and none earlier than its turn.
            Assert.All(times.Select((at, turn) => (at, turn)), next =>
                Assert.True((next.at - start).TotalSeconds >= next.turn * pair.Second, $"{pair.First}: {next}"));
        });
    }

    [Fact]
    public async Task Of_an_outlet_that_asks_for_hours_between_pages_one_is_read()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/robots.txt", "User-agent: *\nCrawl-delay: 3600", "text/plain").Page("/1", "x");
        using var fetcher = outlet.Fetcher();
        Assert.Null((await FetchAsync(fetcher, "http://warta.example/1")).Refusal);
        Assert.Equal(FetchRefusal.CrawlDelayTooLong, (await FetchAsync(fetcher, "http://warta.example/1")).Refusal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Comes_back_when_the_server_says(int status)
    {
        var time = new HurryingTime(200);
        await using var outlet = await Outlet.OpenAsync(time);
        var count = 0;
        outlet.Page("/1", async context =>
        {
            if (Interlocked.Increment(ref count) > 1)
            {
                await context.Response.WriteAsync("x");
                return;
            }

            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "30";
        });
        using var fetcher = outlet.Fetcher(options => Patient(options) with { Retries = 1 });
        Assert.NotNull((await FetchAsync(fetcher, "http://warta.example/1")).Page);
        var times = outlet.Requests.Where(request => request.Path == "/1").Select(request => request.At).ToList();
        Assert.Equal(2, times.Count);
        Assert.True((times[1] - times[0]).TotalSeconds >= 30, $"{times[1] - times[0]}");
    }

    [Fact]
    public async Task Does_not_come_back_when_the_server_asks_for_hours()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Status("/1", 429, ("Retry-After", "7200")).Status("/2", 429, ("Retry-After", "Sat, 03 Mar 2125 03:00:00 GMT"));
        using var fetcher = outlet.Fetcher(options => options with { Retries = 3 });
        var result = await FetchAsync(fetcher, "http://warta.example/1");
        Assert.Equal((FetchRefusal.TooManyRequests, "the server wants fewer requests (HTTP 429)"), (result.Refusal, result.Words));
        Assert.Equal(FetchRefusal.TooManyRequests, (await FetchAsync(fetcher, "http://lain.example/2")).Refusal);
        Assert.Equal(1, outlet.Paths.Count(path => path == "/1"));
        Assert.Equal(1, outlet.Paths.Count(path => path == "/2"));
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(502, 3)]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    [InlineData(501, 1)]
    public async Task Tries_again_what_may_pass(int status, int times)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Status("/1", status);
        using var fetcher = outlet.Fetcher(options => options with { Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) });
        Assert.Equal(status, (await FetchAsync(fetcher, "http://warta.example/1")).Status);
        Assert.Equal(times, outlet.Paths.Count(path => path == "/1"));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_let_go()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/1", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var fetcher = outlet.Fetcher();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest("http://warta.example/1"), cancel.Token));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // On a clock that hurries the usual timeouts would be over before a busy machine has answered.
    private static FetchOptions Patient(FetchOptions options) => options with
    {
        HeadersTimeout = TimeSpan.FromHours(1),
        WholeTimeout = TimeSpan.FromHours(1),
        SilenceTimeout = TimeSpan.FromHours(1),
        SlowAfter = TimeSpan.FromHours(1),
    };

    private static Task<FetchResult> FetchAsync(Fetcher fetcher, string url) => fetcher.FetchAsync(new FetchRequest(url), Cancel);

    private static byte[] Packed(byte[] bytes, string encoding)
    {
        if (encoding == "identity") return bytes;
        if (encoding == "gzip, gzip") return Packed(Packed(bytes, "gzip"), "gzip");
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "DEFLATE raw" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
