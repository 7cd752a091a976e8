using Dapper;
using Konon.Articles;
using Konon.Cli;
using Konon.Cli.Watching;
using Konon.Fetch;
using Konon.Intake;
using Konon.Journeys.Fetching;
using Konon.Store;
using Konon.Store.Watching;
using Microsoft.AspNetCore.Http;

namespace Konon.Journeys.Watching;

/// <summary>A ledger, a server and a clock for one test.</summary>
internal sealed class WatchDesk : IAsyncDisposable
{
    public static readonly DateTimeOffset Beginning = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("konon-watch-");
    private readonly List<IDisposable> _open = [];

    private WatchDesk(ManualTime time, Outlet outlet) => (Time, Outlet, Store) = (time, outlet, OpenStore(time));

    public ManualTime Time { get; }

    public Outlet Outlet { get; }

    public LedgerStore Store { get; }

    public List<WatchEvent> Events { get; } = [];

    public Watchlist List => new(Store, Time);

    public static async Task<WatchDesk> OpenAsync()
    {
        var time = new ManualTime(Beginning);
        return new WatchDesk(time, await Outlet.OpenAsync(time));
    }

    /// <summary>A watcher as a process of its own would have it.</summary>
    public Watcher NewWatcher(string every = "1h", int maxEntries = 50, LedgerStore? store = null, Action<WatchEvent>? happened = null)
    {
        FeedArguments.TryReadPause(every, out var pause);
        var fetcher = Outlet.Fetcher();
        var options = new InputOptions([], ColumnMap.Default, ArticleOptions.Default.MaxTextBytes, 1, 0, maxEntries, FetchOptions.Default);
        var inputs = new Inputs(options, fetcher, _ => { });
        _open.Add(inputs);
        var ledger = store ?? Store;
        return new Watcher(
            new Watchlist(ledger, Time),
            new FeedReading(inputs, fetcher, Time, new WatchOptions(pause, maxEntries)),
            new EntryReading(ledger, inputs, fetcher),
            Time,
            happened ?? Events.Add);
    }

    public LedgerStore OpenStore() => OpenStore(Time);

    public async Task<List<WatchEvent>> PullAsync(params string[] feeds)
    {
        Events.Clear();
        await NewWatcher().PullAsync(feeds, CancellationToken.None);
        return [.. Events];
    }

    /// <summary>Lets time go by from one thing that is due to the next.</summary>
    public async Task GoOnAsync(Watcher watcher, TimeSpan time)
    {
        var end = Time.Now + time;
        await watcher.StepAsync(CancellationToken.None);
        while (List.NextAt(watcher.Feeds) is { } next && next <= end)
        {
            Time.AdvanceTo(next);
            await watcher.StepAsync(CancellationToken.None);
        }

        Time.AdvanceTo(end);
    }

    /// <summary>The times at which an address was asked, counted from the beginning.</summary>
    public IEnumerable<TimeSpan> AskedAt(string path) => Outlet.Requests.Where(request => request.Path == path).Select(request => request.At - Beginning);

    public int Asked(string path) => Outlet.Paths.Count(asked => asked == path);

    public long Number(string sql) => Store.Use(connection => connection.QuerySingle<long>(sql));

    public string[] Kinds(string path) => [.. Events.Where(happened => happened.Address.EndsWith(path, StringComparison.Ordinal)).Select(happened => happened.Kind.ToString())];

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open) open.Dispose();
        Store.Dispose();
        await Outlet.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static string Rss(params string[] links) => Rss("", links);

    public static string Rss(string channel, string[] links) => $"<rss version='2.0'><channel><title>Warta</title>{channel}"
        + string.Concat(links.Select(link => $"<item><title>Judul {link}</title><link>{link}</link><guid isPermaLink='false'>e{link}</guid></item>")) + "</channel></rss>";

    public static string Opml(params string[] feeds) =>
        "<opml><body>" + string.Concat(feeds.Select(feed => $"<outline text='x' xmlUrl='{feed}'/>")) + "</body></opml>";

    public static string Article(string title, string words = "Tiga orang tewas") =>
        $"<!doctype html><html lang=id><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        + $"<p>{words} dalam kecelakaan kapal di selat itu, kata Kepala BPBD Rina Astuti dalam keterangannya.</p>"
        + "<p>Menurut Rina, pencarian berlangsung sejak pagi dan melibatkan puluhan petugas dari tiga kabupaten.</p></article></body></html>";

    /// <summary>A page with a validator, which says "not modified" to who has it.</summary>
    public static Func<HttpContext, Task> Tagged(Func<string> body, string contentType = "text/html; charset=utf-8") => async context =>
    {
        var words = body();
        var tag = "\"" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words)))[..12] + "\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(words);
    };

    private LedgerStore OpenStore(ManualTime time)
    {
        var store = LedgerStore.Open(Path.Combine(_folder.FullName, "konon.db"), time, LedgerOptions.Default with { Create = true });
        _open.Add(store);
        return store;
    }
}
