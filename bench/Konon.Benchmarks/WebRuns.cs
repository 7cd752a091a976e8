using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Store.Search;
using Konon.Web;

namespace Konon.Benchmarks;

/// <summary>Asks <c>konon serve</c> for pages at a steady rate, whether or not the earlier answers have come, as readers do.</summary>
/// <remarks>The load generator runs on the machine that it measures and takes its part of the processor.</remarks>
internal static class WebRuns
{
    private const int PerSecond = 50;
    private const int Warm = 10;
    private const int OfEach = 200;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary><c>web LEDGER [SECONDS]</c>: pages of a ledger that <c>ledger COUNT FOLDER</c> left.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0) return 2;
        var seconds = args.Length > 1 ? int.Parse(args[1], Culture) : 60;
        using var store = LedgerStore.Open(args[0], TimeProvider.System, LedgerOptions.Default);
        var watch = Stopwatch.StartNew();
        store.SettleStories();
        Say($"{store.Size().Stories} stories settled in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        await using var app = KononWeb.Build(store, WebOptions.Default with { Urls = "http://127.0.0.1:0" });
        await app.StartAsync();
        Say($"started in {watch.Elapsed.TotalSeconds:0.0} s");
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var pages = Pages(store);
        var answers = new ConcurrentBag<Answer>();
        await Load(client, pages, Warm, []);
        Say($"\n{PerSecond} a second:");
        await Load(client, pages, seconds, answers);
        Print(answers);
        answers.Clear();
        foreach (var (kind, paths) in pages)
        {
            foreach (var path in Enumerable.Range(0, OfEach).Select(i => paths[i * paths.Count / OfEach])) await Ask(client, kind, path, answers);
        }

        Say($"\none after the other:");
        Print(answers);
        await app.StopAsync();
        return 0;
    }

    // One after the other of each kind, spread over the ledger.
    internal static List<(string Kind, List<string> Paths)> Pages(LedgerStore store)
    {
        var stories = store.Stories(new StoryQuery { Limit = OfEach }).Rows.Select(story => "/stories/" + story.Id).ToList();
        var claims = store.Claims(new ClaimQuery { Limit = OfEach }).Rows;
        var speakers = store.Speakers(new SpeakerQuery { Limit = OfEach }).Rows.Select(speaker => "/speakers/" + speaker.Id).ToList();
        return
        [
            ("stories, the list", ["/"]),
            ("a story", stories),
            ("an article", [.. claims.Select(claim => "/articles/" + claim.Article).Distinct()]),
            ("a claim", [.. claims.Select(claim => "/claims/" + claim.Id)]),
            ("a speaker", speakers),
            ("search, two words", ["/search?q=terdampak+warga", "/search?q=banjir+dikerahkan"]),
            ("claims", ["/claims"]),
            ("figures", ["/figures"]),
            ("an outlet", [.. claims.Select(claim => claim.Outlet).OfType<string>().Distinct().Select(outlet => "/outlets/" + Uri.EscapeDataString(outlet))]),
            ("speakers, the list", ["/speakers"]),
            ("claims as JSON", ["/api/v1/claims?limit=20"]),
        ];
    }

    private static async Task Load(HttpClient client, List<(string Kind, List<string> Paths)> pages, int seconds, ConcurrentBag<Answer> answers)
    {
        var asked = new List<Task>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < seconds * PerSecond; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / PerSecond) - watch.Elapsed;
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            var (kind, paths) = pages[i % pages.Count];
            asked.Add(Ask(client, kind, paths[i / pages.Count % paths.Count], answers));
        }

        await Task.WhenAll(asked);
    }

    internal static async Task Ask(HttpClient client, string kind, string path, ConcurrentBag<Answer> answers)
    {
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        answers.Add(new Answer(kind, watch.Elapsed.TotalMilliseconds, bytes.Length, (int)response.StatusCode));
    }

    internal static void Print(ConcurrentBag<Answer> answers)
    {
        Say($"| page | answers | failed | mean, ms | median, ms | p99, ms | largest, kB |");
        Say($"| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var kind in answers.GroupBy(answer => answer.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)) Row(kind.Key, [.. kind]);
        Row("all", [.. answers]);
    }

    private static void Row(string kind, Answer[] answers)
    {
        var times = answers.Select(answer => answer.Milliseconds).Order().ToArray();
        var failed = answers.Count(answer => answer.Status != 200);
        Say($"| {kind} | {answers.Length} | {failed} | {times.Average():0.0} | {times[times.Length / 2]:0.0} | {times[(int)(times.Length * 0.99)]:0.0} | {answers.Max(answer => answer.Bytes) / 1e3:0} |");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(Culture));

    internal readonly record struct Answer(string Kind, double Milliseconds, int Bytes, int Status);
}
