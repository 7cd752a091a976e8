using System.Diagnostics;
using System.Globalization;
using System.Text;
using Konon.Store;
using Npgsql;

namespace Konon.Benchmarks;

/// <summary>Reads the same pages into PostgreSQL by one process, by one worker and by two, each as a process of its own on one core's
/// work.</summary>
internal static class QueueRuns
{
    private const string Usage = "queue konon.dll amqp://broker Host=server;Username=owner [pages]";
    private const int PageBytes = 160_000;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs.</summary>
    public static int Run(string[] args)
    {
        if (args is not [var program, var broker, var server, .. var rest])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var count = rest is [var pages, ..] ? int.Parse(pages, Culture) : 600;
        var folder = Directory.CreateTempSubdirectory("konon-queue-bench-").FullName;
        try
        {
            var size = Write(folder, count);
            Console.WriteLine(string.Create(Culture, $"{count} pages of {size / 1000.0 / count:0} kB\n"));
            Console.WriteLine("| run | pages/s | its processor, ms a page | database, ms a page | memory at most, MB |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            var bench = new Bench(Path.GetFullPath(program), broker, server, folder, count);
            bench.Single();
            bench.Workers(1);
            bench.Workers(2);
            bench.Sizes();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Pages as outlets send them: an article, lists of links around it, and more script than anything.</summary>
    internal static long Write(string folder, int count)
    {
        var maker = new NewsMaker();
        var size = 0L;
        for (var i = 0; i < count; i++)
        {
            using var row = System.Text.Json.JsonDocument.Parse(maker.Line(i));
            var page = Page(row.RootElement, i);
            var bytes = Encoding.UTF8.GetBytes(page);
            File.WriteAllBytes(Path.Combine(folder, string.Create(Culture, $"page{i:00000}.html")), bytes);
            size += bytes.Length;
        }

        return size;
    }

    private static string Page(System.Text.Json.JsonElement row, int number)
    {
        var (title, url) = (row.GetProperty("title").GetString(), row.GetProperty("url").GetString());
        var page = new StringBuilder("<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\">");
        page.Append(Culture, $"<title>{title}</title><link rel=\"canonical\" href=\"{url}\">");
        var published = row.GetProperty("published").GetString();
        page.Append(Culture, $"<meta property=\"article:published_time\" content=\"{published}T08:00:00+07:00\">");
        while (page.Length < PageBytes / 2)
        {
            page.Append(Culture, $"<script>window.q=window.q||[];q.push({{\"id\":{page.Length},\"slot\":\"billboard-{number}\",");
            page.Append("\"sizes\":[[970,250],[728,90]]});</script>\n");
        }

        page.Append("</head><body><header><nav><ul>");
        while (page.Length < PageBytes * 3 / 4) page.Append(Culture,
            $"<li class=\"menu-item\"><a href=\"/kanal/{page.Length}\" title=\"Kanal\"><span>Kanal {page.Length % 97}</span></a></li>\n");
        page.Append(Culture, $"</ul></nav></header><main><article><h1>{title}</h1>");
        foreach (var paragraph in row.GetProperty("text").GetString()!.Split('\n',
            StringSplitOptions.RemoveEmptyEntries)) page.Append(Culture, $"<p>{paragraph}</p>\n");
        page.Append("</article><aside class=\"terkait\"><ul>");
        while (page.Length < PageBytes)
        {
            page.Append(Culture, $"<li><a href=\"/berita/{page.Length}\"><img src=\"/foto/{page.Length}.jpg\" alt=\"\">");
            page.Append(Culture, $"<h3>Berita lain nomor {page.Length}</h3></a></li>\n");
        }

        return page.Append("</ul></aside></main></body></html>").ToString();
    }

    /// <summary>Starts the program.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="core">The one core that it has; null for all. Of itself a reader also collects and compiles on another, so that on two cores one
    /// is nearly two.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static Process Start(string program, int? core, params string[] arguments)
    {
        string[] pinned = core is { } one && OperatingSystem.IsLinux() ? ["taskset", "-c", one.ToString(Culture), "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(pinned[0]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. pinned[1..], program, .. arguments]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private sealed class Bench(string program, string broker, string server, string folder, int count)
    {
        private readonly string _mark = Environment.ProcessId.ToString(Culture);

        public void Single()
        {
            using var ledger = NewLedger("single");
            var watch = Stopwatch.StartNew();
            Report("one process, konon add", ledger, watch, [Start(0, "add", "--jobs", "1", "--ledger", ledger.Text, folder)]);
        }

        public void Workers(int workers)
        {
            using var ledger = NewLedger(string.Create(Culture, $"workers{workers}"));
            string[] queue = ["--broker", broker, "--queue", string.Create(Culture, $"bench{_mark}-{workers}"), "--ledger", ledger.Text];
            var watch = Stopwatch.StartNew();
            var sending = Start(null, ["enqueue", .. queue, folder]);
            sending.WaitForExit();
            Console.Error.WriteLine(string.Create(Culture, $"sent: {count / watch.Elapsed.TotalSeconds:0} pages a second"));
            watch.Restart();
            Report(
                workers == 1 ? "one worker" : string.Create(Culture, $"{workers} workers"),
                ledger,
                watch,
                [.. Enumerable.Range(0, workers).Select(core => Start(core, ["worker", "--jobs", "1", "--role", "reader", .. queue]))]);
        }

        /// <summary>What a page takes in the database, in the queue, and to be read back.</summary>
        public void Sizes()
        {
            using var ledger = new Ledger(server, "bench" + _mark + "single", isThere: true);
            var parts = ledger.Sizes();
            Console.WriteLine();
            foreach (var (name, bytes) in parts) Console.WriteLine(string.Create(Culture,
                $"{name}: {bytes / 1000.0 / count:0.0} kB a page"));
            using var store = LedgerStore.Open(ledger.Text, TimeProvider.System, LedgerOptions.Default);
            var digests = store.Documents.All().ToList();
            store.Documents.Get(digests[0]);
            var before = Environment.CpuUsage.TotalTime;
            foreach (var digest in digests) store.Documents.Get(digest);
            var spent = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / digests.Count;
            Console.WriteLine(string.Create(Culture, $"reading the bytes of a page back: {spent:0.00} ms of processor"));
            var file = Directory.EnumerateFiles(folder).First();
            var message = new Queue.DocumentMessage
            {
                Input = file,
                Sha256 = digests[0],
                Run = 1,
                SentAt = 1_741_000_000_000,
                FetchedAt = 1_741_000_000_000,
                Label = "{\"page\":{\"url\":\"https://media1.example/berita/123456/banjir-surut\",\"charset\":\"utf-8\"}}"u8.ToArray(),
            };
            Console.WriteLine(string.Create(Culture, $"a message: {message.ToBytes().Length} bytes"));
        }

        private void Report(string name, Ledger ledger, Stopwatch watch, List<Process> processes)
        {
            var before = ledger.Processor();
            var spent = new TimeSpan[processes.Count];
            var memory = new long[processes.Count];
            // From the first kept page on, so that starting the program is not counted; the first batch is left out with it.
            var (first, firstAt) = (0L, TimeSpan.Zero);
            while (true)
            {
                for (var i = 0; i < processes.Count; i++)
                {
                    if (processes[i].HasExited) continue;
                    processes[i].Refresh();
                    (spent[i], memory[i]) = (processes[i].TotalProcessorTime, Math.Max(memory[i], processes[i].PeakWorkingSet64));
                }

                var kept = ledger.Kept();
                if (first == 0 && kept > 0) (first, firstAt) = (kept, watch.Elapsed);
                if (kept >= count) break;
                Thread.Sleep(Glance);
            }

            var rate = (count - first) / (watch.Elapsed - firstAt).TotalSeconds;
            foreach (var process in processes)
            {
                if (!process.HasExited) process.Kill();
                process.WaitForExit();
                process.Dispose();
            }

            var own = string.Join(" + ", spent.Select(time => (time.TotalMilliseconds / count).ToString("0.0", Culture)));
            var database = (ledger.Processor() - before) / count;
            Console.WriteLine(string.Create(Culture, $"| {name} | {rate:0.0} | {own} | {database:0.0} | {memory.Max() / 1e6:0} |"));
        }

        private Process Start(int? core, params string[] arguments) => QueueRuns.Start(program, core, arguments);

        private Ledger NewLedger(string name) => new(server, "bench" + _mark + name);
    }

    /// <summary>A ledger of its own on the server, and what it takes.</summary>
    internal sealed class Ledger : IDisposable
    {
        private readonly NpgsqlDataSource _source;
        private readonly string _postmaster;

        public Ledger(string server, string name, bool isThere = false)
        {
            Text = server + ";Database=" + name;
            if (!isThere)
            {
                using var made = NpgsqlDataSource.Create(server + ";Database=postgres;Pooling=false");
                Execute(made, "CREATE DATABASE " + name);
            }

            using (LedgerStore.Open(Text, TimeProvider.System, LedgerOptions.Default with { Create = true }))
            {
                // Made here, so that making it is not measured.
            }

            _source = NpgsqlDataSource.Create(Text);
            var backend = Convert.ToInt64(Execute(_source, "SELECT pg_backend_pid()"), Culture);
            _postmaster = Fields(backend.ToString(Culture))[1];
        }

        public string Text { get; }

        public long Kept() => Convert.ToInt64(Execute(_source, "SELECT COUNT(*) FROM sightings"), Culture);

        /// <summary>Milliseconds of processor that the server has used, all its processes together; Linux alone tells.</summary>
        public double Processor()
        {
            const int User = 11, ChildrenToo = 4, TicksToMilliseconds = 10;
            var all = Directory.GetDirectories("/proc").Select(Path.GetFileName).OfType<string>().Where(name =>
                char.IsAsciiDigit(name[0])).Select(Fields)
                .Where(fields => fields.Length > User + ChildrenToo).ToList();
            var own = Fields(_postmaster).Skip(User).Take(ChildrenToo).Sum(long.Parse);
            return (own + all.Where(fields => fields[1] == _postmaster).Sum(fields =>
                fields.Skip(User).Take(2).Sum(long.Parse))) * TicksToMilliseconds;
        }

        /// <summary>What the tables take, their indexes and overflow with them: kept bytes, words, all else.</summary>
        public IReadOnlyList<(string Name, long Bytes)> Sizes() =>
        [
            ("kept bytes", Size("relname = 'kept_documents'")),
            ("words, with their indexes", Size("relname LIKE '%\\_words%' ESCAPE '\\'")),
            ("claims and figures, with their indexes",
                Size("(relname LIKE 'claims%' OR relname LIKE 'claim\\_speakers%' ESCAPE '\\' OR relname LIKE 'figures%')")),
            ("the database", Convert.ToInt64(Execute(_source, "SELECT pg_database_size(current_database())"), Culture)),
        ];

        public void Dispose() => _source.Dispose();

        private long Size(string which) => Convert.ToInt64(
            Execute(_source, $"SELECT COALESCE(SUM(pg_total_relation_size(oid)), 0) FROM pg_class WHERE relkind = 'r' AND {which}"),
                Culture);

        // /proc/PID/stat behind the name, which may hold blanks: state, parent, …
        private static string[] Fields(string process)
        {
            try
            {
                var line = File.ReadAllText($"/proc/{process}/stat");
                return line[(line.LastIndexOf(')') + 2)..].Split(' ');
            }
            catch (IOException)
            {
                return [];
            }
        }

        private static object Execute(NpgsqlDataSource source, string sql)
        {
            using var command = source.CreateCommand(sql);
            return command.ExecuteScalar() ?? 0;
        }
    }
}
