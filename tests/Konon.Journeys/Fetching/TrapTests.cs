using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Konon.Fetch;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Konon.Journeys.Fetching;

/// <summary>Pages from a server that means harm, or is badly broken.</summary>
public sealed class TrapTests
{
    [Theory]
    [InlineData("http://dalam.example/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1:8080/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/latest/meta-data/")]
    [InlineData("http://[64:ff9b::10.0.0.1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("//10.0.0.1/x")]
    public async Task Does_not_follow_into_a_private_network(string to)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Names["dalam.example"] = ["10.0.0.8"];
        outlet.Redirect("/1", to);
        using var fetcher = outlet.Fetcher();
        Assert.Equal(FetchRefusal.PrivateAddress, await RefusalAsync(fetcher, "http://warta.example/1"));
        if (!to.StartsWith('/')) Assert.Equal(FetchRefusal.PrivateAddress, await RefusalAsync(fetcher, to));
        Assert.All(outlet.Dialled, address => Assert.Equal(Outlet.PublicAddress, address.Address.ToString()));
        Assert.Equal(["/robots.txt", "/1"], outlet.Paths);
    }

    [Fact]
    public async Task Checks_the_address_of_each_connection_and_not_of_the_name()
    {
        await using var outlet = await Outlet.OpenAsync();
        // Public for robots.txt, private when it counts; the server closes, so that a new connection is needed.
        outlet.Names["pindah.example"] = [Outlet.PublicAddress, "127.0.0.1"];
        outlet.Page("/robots.txt", context =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        }).Page("/1", "rahasia");
        using var fetcher = outlet.Fetcher();
        Assert.Equal(FetchRefusal.PrivateAddress, await RefusalAsync(fetcher, "http://pindah.example/1"));
        Assert.Equal(["/robots.txt"], outlet.Paths);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_public_ones_are_dialled()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Names["dua.example"] = [$"10.0.0.1,{Outlet.PublicAddress},::1"];
        outlet.Page("/1", "x");
        using var fetcher = outlet.Fetcher();
        Assert.Null(await RefusalAsync(fetcher, "http://dua.example/1"));
        Assert.All(outlet.Dialled, address => Assert.Equal(Outlet.PublicAddress, address.Address.ToString()));
    }

    [Fact]
    public async Task Asks_private_addresses_when_told_to()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/1", "x");
        using var fetcher = new Fetcher(FetchOptions.Default with { AllowPrivate = true, Pace = TimeSpan.Zero }, TimeProvider.System);
        var url = $"http://127.0.0.1:{outlet.Port}/1";
        Assert.Null(await RefusalAsync(fetcher, url));
        using var guarded = new Fetcher(FetchOptions.Default, TimeProvider.System);
        Assert.Equal(FetchRefusal.PrivateAddress, await RefusalAsync(guarded, url));
        Assert.Equal(FetchRefusal.PrivateAddress, await RefusalAsync(guarded, $"http://localhost:{outlet.Port}/1"));
    }

    [Theory]
    [InlineData("ftp://warta.example/1", FetchRefusal.NotHttp)]
    [InlineData("file:///etc/passwd", FetchRefusal.NotHttp)]
    [InlineData("javascript:alert(1)", FetchRefusal.NotHttp)]
    [InlineData("data:text/html,x", FetchRefusal.NotHttp)]
    [InlineData("http://", FetchRefusal.RedirectNowhere)]
    [InlineData("http://tak.nowhere/", FetchRefusal.UnknownHost)]
    [InlineData("/1", FetchRefusal.RedirectLoop)]
    [InlineData("/2", FetchRefusal.RedirectLoop)]
    [InlineData("/hitung/1", FetchRefusal.TooManyRedirects)]
    public async Task Says_where_a_redirect_goes_wrong(string to, FetchRefusal refusal)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Redirect("/1", to).Redirect("/2", "/1").Status("/nowhere", 302);
        for (var i = 1; i < 20; i++) outlet.Redirect($"/hitung/{i}", $"/hitung/{i + 1}");
        using var fetcher = outlet.Fetcher();
        Assert.Equal(refusal, await RefusalAsync(fetcher, "http://warta.example/1"));
        Assert.Equal(FetchRefusal.RedirectNowhere, await RefusalAsync(fetcher, "http://warta.example/nowhere"));
    }

    [Theory]
    [InlineData(401, FetchRefusal.Forbidden)]
    [InlineData(403, FetchRefusal.Forbidden)]
    [InlineData(451, FetchRefusal.Forbidden)]
    [InlineData(404, FetchRefusal.NotFound)]
    [InlineData(410, FetchRefusal.Gone)]
    [InlineData(429, FetchRefusal.TooManyRequests)]
    [InlineData(500, FetchRefusal.ServerFault)]
    [InlineData(204, FetchRefusal.UnexpectedStatus)]
    [InlineData(300, FetchRefusal.UnexpectedStatus)]
    [InlineData(418, FetchRefusal.UnexpectedStatus)]
    public async Task Says_what_a_status_means(int status, FetchRefusal refusal)
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Status("/1", status);
        using var fetcher = outlet.Fetcher();
        Assert.Equal(refusal, await RefusalAsync(fetcher, "http://warta.example/1"));
    }

    [Fact]
    public async Task A_bomb_of_ten_gigabytes_in_ten_megabytes_stops_early()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/1", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await Bomb.SendAsync(context.Response.Body, 10_240, context.RequestAborted);
        });
        using var fetcher = outlet.Fetcher();
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        Assert.Equal(FetchRefusal.UnpacksTooLarge, await RefusalAsync(fetcher, "http://warta.example/1"));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
        // The 64 MB that it may have, doubled and doubled again on the way there, and whatever runs beside this test.
        Assert.True(GC.GetTotalAllocatedBytes() - before < 1_000_000_000, "allocated more than its limit explains");
    }

    [Fact]
    public async Task A_body_without_end_stops_at_its_limit()
    {
        await using var outlet = await Outlet.OpenAsync();
        var left = new TaskCompletionSource();
        outlet.Page("/1", async context =>
        {
            var piece = new byte[1 << 16];
            context.RequestAborted.Register(left.SetResult);
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(piece);
        }).Page("/2", async context =>
        {
            context.Response.ContentLength = 900_000_000;
            await context.Response.Body.WriteAsync(new byte[10]);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = outlet.Fetcher(options => options with { MaxWireBytes = 1_000_000 });
        Assert.Equal(FetchRefusal.TooLarge, await RefusalAsync(fetcher, "http://warta.example/1"));
        Assert.Equal(FetchRefusal.TooLarge, await RefusalAsync(fetcher, "http://warta.example/2"));
        await left.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Slow_and_silent_servers_are_left()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/menetes", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync("x"u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(10, context.RequestAborted);
            }
        }).Page("/diam", async context =>
        {
            await context.Response.Body.WriteAsync(new byte[100_000], context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }).Page("/tanpa-kepala", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var fetcher = outlet.Fetcher(options => options with
        {
            SlowAfter = TimeSpan.FromMilliseconds(150),
            SlowestRate = 100_000,
            SilenceTimeout = TimeSpan.FromMilliseconds(400),
            HeadersTimeout = TimeSpan.FromMilliseconds(1500),
        });
        Assert.Equal(FetchRefusal.TooSlow, await RefusalAsync(fetcher, "http://a.example/menetes"));
        Assert.Equal(FetchRefusal.TooSlow, await RefusalAsync(fetcher, "http://b.example/diam"));
        Assert.Equal(FetchRefusal.TimedOut, await RefusalAsync(fetcher, "http://c.example/tanpa-kepala"));
        using var hasty = outlet.Fetcher(options => options with { WholeTimeout = TimeSpan.FromMilliseconds(1500) });
        Assert.Equal(FetchRefusal.TimedOut, await RefusalAsync(hasty, "http://d.example/menetes"));
    }

    [Fact]
    public async Task Broken_answers_are_told_apart()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/gzip", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync("<html>bukan gzip</html>"u8.ToArray());
        }).Page("/brotli", async context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            await context.Response.Body.WriteAsync(Enumerable.Repeat((byte)0xFF, 500).ToArray());
        }).Page("/zstd", async context =>
        {
            context.Response.Headers.ContentEncoding = "zstd";
            await context.Response.WriteAsync("x");
        }).Page("/lapis", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip, gzip, gzip";
            await context.Response.WriteAsync("x");
        }).Page("/foto", "x", "image/jpeg").Page("/pdf", "x", "application/pdf")
            .Page("/tutup", context =>
            {
                context.Abort();
                return Task.CompletedTask;
            });
        using var fetcher = outlet.Fetcher();
        Assert.Equal(
            [FetchRefusal.BrokenEncoding, FetchRefusal.BrokenEncoding, FetchRefusal.UnknownEncoding, FetchRefusal.UnknownEncoding,
                FetchRefusal.NotText, FetchRefusal.NotText, FetchRefusal.NoConnection],
            await Task.WhenAll(((string[])["gzip", "brotli", "zstd", "lapis", "foto", "pdf", "tutup"])
                .Select(async path => await RefusalAsync(fetcher, "http://warta.example/" + path) ?? default)));
    }

    [Fact]
    public async Task A_robots_file_without_end_is_read_to_its_limit()
    {
        await using var outlet = await Outlet.OpenAsync();
        outlet.Page("/robots.txt", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await Bomb.SendAsync(context.Response.Body, 10_240, context.RequestAborted);
        }).Page("/1", "x");
        using var fetcher = outlet.Fetcher();
        Assert.Null(await RefusalAsync(fetcher, "http://warta.example/1"));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", FetchRefusal.BrokenAnswer)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>terpo", FetchRefusal.CutOff)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>terpo", FetchRefusal.CutOff)]
    [InlineData("", FetchRefusal.NoConnection)]
    public async Task An_answer_that_breaks_off_or_is_not_http_is_refused(string answer, FetchRefusal refusal)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var answering = AnswerAsync(listener, answer, over.Token);
        using var fetcher = new Fetcher(FetchOptions.Default with { AllowPrivate = true, Pace = TimeSpan.Zero, Retries = 0 }, TimeProvider.System);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Assert.Equal(refusal, await RefusalAsync(fetcher, $"http://127.0.0.1:{port}/1"));
        if (answer.StartsWith("SSH", StringComparison.Ordinal)) Assert.Equal(FetchRefusal.NotSecure, await RefusalAsync(fetcher, $"https://127.0.0.1:{port}/1"));
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    /// <summary>Says the same to whoever comes, but for robots.txt, which is not there.</summary>
    private static async Task AnswerAsync(TcpListener listener, string answer, CancellationToken cancel)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync(cancel);
            var stream = client.GetStream();
            var asked = new byte[4096];
            var read = await stream.ReadAsync(asked, cancel);
            var robots = asked.AsSpan(0, read).IndexOf("robots.txt"u8) >= 0;
            await stream.WriteAsync(Encoding.ASCII.GetBytes(robots ? "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : answer), cancel);
        }
    }

    private static async Task<FetchRefusal?> RefusalAsync(Fetcher fetcher, string url) =>
        (await fetcher.FetchAsync(new FetchRequest(url), TestContext.Current.CancellationToken)).Refusal;
}
