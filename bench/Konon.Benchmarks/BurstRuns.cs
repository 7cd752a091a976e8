using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Konon.Intake;
using Konon.Queue;
using Konon.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Konon.Benchmarks;

/// <summary>
/// A monitoring desk's day in some minutes: documents come at the mean of 300,000 a day or so, then ten times as fast, then at the mean again,
/// while people read pages of the ledger. Says how much waits, how old it is, what memory it takes, and how fast the pages are.
/// </summary>
/// <remarks>Everything, the load included, is on one machine: worker, pages, database, broker.</remarks>
internal static class BurstRuns
{
    private const string Usage = "queue-burst konon.dll amqp://broker Host=server;Username=owner [burst seconds [articles a day]]";
    private const int PerDay = 300_000;
    private const int SecondsPerDay = 86_400;
    private const int Times = 10;
    private const int PagesPerSecond = 10;
    private const int Before = 60;
    private const int LongestDrain = 600;
    private const int Row = 30;
    private const int AlreadyThere = 5_000;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Runs.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args is not [var program, var broker, var server, .. var rest])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var burst = rest is [var asked, ..] ? int.Parse(asked, Culture) : 180;
        var mean = (double)(rest is [_, var day, ..] ? int.Parse(day, Culture) : PerDay) / SecondsPerDay;
        var most = (int)(mean * (Before + (burst * Times) + LongestDrain)) + 100;
        var folder = Directory.CreateTempSubdirectory("konon-burst-bench-").FullName;
        var processes = new List<(string Name, Process Process)>();
        try
        {
            var size = QueueRuns.Write(folder, most);
            Say($"pages of {size / 1000.0 / most:0} kB: {mean:0.0} a second, {mean * Times:0} for {burst} s; {PagesPerSecond} pages a second are looked at");
            using var ledger = new QueueRuns.Ledger(server, "burst" + Environment.ProcessId.ToString(Culture));
            var lines = Path.Combine(folder, "before.jsonl");
            var maker = new NewsMaker();
            await File.WriteAllLinesAsync(lines, Enumerable.Range(most, AlreadyThere).Select(maker.Line));
            program = Path.GetFullPath(program);
            await QueueRuns.Start(program, null, "add", "--ledger", ledger.Text, lines).WaitForExitAsync();
            File.Delete(lines);
            string[] queue = ["--broker", broker, "--queue", "burst" + Environment.ProcessId.ToString(Culture), "--ledger", ledger.Text];
            var address = string.Create(Culture, $"http://127.0.0.1:{FreePort()}");
            processes.Add(("serve", QueueRuns.Start(program, null, ["serve", "--urls", address, .. queue])));
            processes.Add(("worker", QueueRuns.Start(program, null, ["worker", "--jobs", "1", .. queue])));
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
            await ReadyAsync(client);
            await new Desk(ledger, broker, queue[3], mean, client, processes).RunAsync(folder, burst);
            return 0;
        }
        finally
        {
            foreach (var (_, process) in processes)
            {
                if (!process.HasExited) process.Kill();
                process.Dispose();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadyAsync(HttpClient client)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                // Not there yet.
            }

            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(Culture));

    private sealed class Desk(
        QueueRuns.Ledger ledger, string broker, string queue, double mean, HttpClient client, List<(string Name, Process Process)> processes)
    {
        private readonly ConcurrentBag<WebRuns.Answer> _answers = [];
        private readonly ConcurrentBag<WebRuns.Answer> _all = [];
        private readonly Stopwatch _watch = new();
        private readonly QueueOptions _options = QueueOptions.Default with { Name = queue };
        private long _due;
        private long _sent;

        public async Task RunAsync(string folder, int burst)
        {
            if (!BrokerAddress.TryParse(broker, out var address)) throw new FormatException("no address of a broker: " + broker);
            using var store = LedgerStore.Open(ledger.Text, TimeProvider.System, LedgerOptions.Default with { Create = true });
            var run = store.BeginRun("add", folder);
            await using var sender = new DocumentSender(store, run, address!, _options, NullLogger.Instance, TimeProvider.System);
            await sender.ConnectAsync(CancellationToken.None);
            using var end = new CancellationTokenSource();
            _watch.Restart();
            var sending = Task.Run(() => SendAsync(sender, folder, burst, end.Token), CancellationToken.None);
            var looking = Task.Run(() => LookAsync(WebRuns.Pages(store), end.Token), CancellationToken.None);
            await ReportAsync(new StatusReader(address!, _options, NullLogger.Instance, TimeProvider.System), burst);
            await end.CancelAsync();
            await Task.WhenAll(sending, looking);
            await sender.FlushAsync();
            store.EndRun(run);
        }

        private double Rate(double second, int burst) => second >= Before && second < Before + burst ? mean * Times : mean;

        private async Task SendAsync(DocumentSender sender, string folder, int burst, CancellationToken end)
        {
            using var items = new Coverage(CoverageOptions.Default).Read([folder]).GetEnumerator();
            var (owed, last) = (0.0, 0.0);
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(100, CancellationToken.None);
                var now = _watch.Elapsed.TotalSeconds;
                owed += (now - last) * Rate(now, burst);
                last = now;
                var messages = new List<(DocumentMessage, string)>();
                for (; owed >= 1 && items.MoveNext(); owed--)
                {
                    if (items.Current.Document is { } document) messages.Add((sender.Keep(document), DocumentMessage.KeyOf(document)));
                }

                Interlocked.Add(ref _due, messages.Count);
                await sender.SendAsync(messages, CancellationToken.None);
                Interlocked.Exchange(ref _sent, sender.Sent);
            }
        }

        // Whether or not the earlier answers have come.
        private async Task LookAsync(List<(string Kind, List<string> Paths)> pages, CancellationToken end)
        {
            var asked = new List<Task>();
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                var wait = TimeSpan.FromSeconds((double)i / PagesPerSecond) - _watch.Elapsed;
                if (wait > TimeSpan.Zero) await Task.Delay(wait, CancellationToken.None);
                var (kind, paths) = pages[i % pages.Count];
                asked.Add(WebRuns.Ask(client, kind, paths[i / pages.Count % paths.Count], _answers));
            }

            await Task.WhenAll(asked);
        }

        private async Task ReportAsync(StatusReader reader, int burst)
        {
            Say($"\n| second | sent | waiting | oldest, s | worker, MB | serve, MB | page median, ms | p99, ms | failed |");
            Say($"| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            var drained = 0;
            for (var second = Row; second <= Before + burst + LongestDrain && drained < 2; second += Row)
            {
                var wait = TimeSpan.FromSeconds(second) - _watch.Elapsed;
                if (wait > TimeSpan.Zero) await Task.Delay(wait);
                var status = await reader.ReadAsync(CancellationToken.None);
                var answers = _answers.ToArray();
                _answers.Clear();
                foreach (var answer in answers) _all.Add(answer);
                var times = answers.Select(answer => answer.Milliseconds).Order().ToArray();
                var memory = processes.ToDictionary(each => each.Name, each => Megabytes(each.Process), StringComparer.Ordinal);
                var (median, late) = times.Length == 0 ? (double.NaN, double.NaN) : (times[times.Length / 2], times[(int)(times.Length * 0.99)]);
                Say($"| {second} | {Interlocked.Read(ref _sent)} | {status.Waiting + status.InHand} | {status.OldestSeconds ?? 0:0} | {memory["worker"]:0} | {memory["serve"]:0} | {median:0.0} | {late:0} | {answers.Count(answer => answer.Status != 200)} |");
                // Done when what is left is what the mean brings.
                drained = second > Before + burst && status.Waiting + status.InHand < mean * 10 ? drained + 1 : 0;
            }

            Say($"\nkept: {ledger.Kept() - AlreadyThere} of {Interlocked.Read(ref _sent)} sent, {Interlocked.Read(ref _due)} due\n");
            WebRuns.Print(_all);
        }

        private static double Megabytes(Process process)
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }
}
