using System.Diagnostics;
using System.Globalization;
using System.Text;
using Konon.Articles;
using Konon.Cli;
using Konon.Fetch;
using Konon.Intake;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Postgres;
using Konon.Store.Search;

namespace Konon.Benchmarks;

/// <summary>Fills a ledger with generated articles, through everything that <c>konon add</c> goes through, and asks it.</summary>
internal static class LedgerRuns
{
    private const int Step = 10_000;
    private const int Rounds = 7;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Runs.</summary>
    /// <param name="mode"><c>ledger</c> fills and asks; <c>ledger-ask</c> asks one that was filled.</param>
    /// <param name="args">
    /// How many articles (200000), and a folder that stays, or a PostgreSQL server and its empty database; without one a temporary folder is used.
    /// </param>
    public static int Run(string mode, string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], Culture) : 200_000;
        var onServer = args.Length > 1 && PostgresDatabase.IsConnectionString(args[1]);
        var stays = args.Length > 1 && !onServer;
        var made = stays ? Directory.CreateDirectory(args[1]) : Directory.CreateTempSubdirectory("konon-bench-");
        var folder = made.FullName;
        try
        {
            var path = onServer ? args[1] : Path.Combine(folder, "konon.db");
            if (mode == "ledger") Fill(path, folder, count);
            Ask(path);
            return 0;
        }
        finally
        {
            if (!stays) Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(string path, string folder, int count)
    {
        Say($"| thousand articles | articles/s | ms of processor an article | claims an article |");
        Say($"| ---: | ---: | ---: | ---: |");
        var maker = new NewsMaker();
        using var store = LedgerStore.Open(path, TimeProvider.System, LedgerOptions.Default with { Create = true });
        var claims = 0L;
        var step = Math.Min(Step, Math.Max(1, count / 10));
        for (var from = 0; from < count; from += step)
        {
            var file = Path.Combine(folder, "part.jsonl");
            var part = Math.Min(step, count - from);
            File.WriteAllLines(file, Enumerable.Range(from, part).Select(maker.Line), new UTF8Encoding(false));
            var processor = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            Add(store, file, from);
            var seconds = watch.Elapsed.TotalSeconds;
            var spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / part;
            var now = store.Count().Claims;
            Say($"| {(from + part) / 1000.0:0} | {part / seconds:0} | {spent:0.00} | {(now - claims) / (double)part:0.0} |");
            claims = now;
            File.Delete(file);
        }

        var size = PostgresDatabase.IsConnectionString(path)
            ? store.Use(connection => Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT pg_database_size(current_database())"))
            : new FileInfo(path).Length;
        var kept = store.Documents.Size();
        Say($"\n{count} articles, {claims} claims: {size / 1e6:0} MB in the database, {size / 1e3 / count:0.00} kB an article;");
        Say($"{kept / 1e3 / count:0.00} kB of kept documents an article\n");
    }

    private static void Add(LedgerStore store, string file, int number)
    {
        var options = new InputOptions(
            [file], ColumnMap.Default, ArticleOptions.Default.MaxTextBytes, Environment.ProcessorCount, 0, 1, FetchOptions.Default);
        var report = new RunReport(new Terminal());
        using var inputs = new Inputs(options, report.WaitFor);
        var run = store.BeginRun("bench", number.ToString(Culture));
        new Adding(store, run, inputs, options.Jobs).Run(report);
        store.EndRun(run);
        if (report.Refused.Count > 0) throw new InvalidOperationException("refused: " + report.Refused[0]);
    }

    /// <summary>Asks what people ask, each a few times; the middle and the slowest are told.</summary>
    private static void Ask(string path)
    {
        using var store = LedgerStore.Open(path, TimeProvider.System, LedgerOptions.Default);
        Say($"| question | rows | first, ms | middle, ms | slowest, ms |");
        Say($"| --- | ---: | ---: | ---: | ---: |");
        var speakers = store.Speakers(new SpeakerQuery { Limit = 1000 }).Rows;
        var (most, few) = (speakers[0], speakers[^1]);
        Time($"claims of the most heard speaker ({most.Claims})", () => Claims(store, "speaker:" + most.Id));
        Time($"claims of a speaker of {few.Claims}", () => Claims(store, "speaker:" + few.Id));
        Time("claims of a speaker by name", () => Claims(store, $"speaker:\"{few.Name}\""));
        Time("the newest claims", () => store.Claims(new ClaimQuery()).Rows.Count);
        var rare = RareWord(store);
        foreach (var query in (string[])
            [
                "terdampak warga", "banjir dikerahkan", "banjir " + rare, rare + " pemerintah", "\"pemerintah segera\"", "banjir OR " + rare,
                "banjir NOT warga",
            ])
        {
            Time("claims: " + query.Replace(rare, "RARE", StringComparison.Ordinal), () => Claims(store, query));
            Time("articles: " + query.Replace(rare, "RARE", StringComparison.Ordinal), () => Articles(store, query));
        }

        foreach (var query in (string[])
            [
                "banjir outlet:media299", "banjir stance:denies", "banjir since:2024-02 until:2024-02", "banjir figure>=1000 counted:tentara",
                $"banjir speaker:{few.Id}", "outlet:media299", "stance:denies",
            ])
        {
            Time("claims: " + query.Replace(few.Id, "ID", StringComparison.Ordinal), () => Claims(store, query));
        }

        Time("figures >= 1000 tentara", () => Figures(store, "figure>=1000 counted:tentara"));
        Time("figures of the most heard speaker", () => Figures(store, "speaker:" + most.Id));
        Time("speakers", () => store.Speakers(new SpeakerQuery()).Rows.Count);
        Time("facets of a frequent word", () => store.Facets(new ClaimQuery { Words = Parse("warga").Words }).Counted);
    }

    private static int Claims(LedgerStore store, string text)
    {
        var query = Parse(text);
        return store.Claims(new ClaimQuery { Words = query.Words, Filter = query.Filter }).Rows.Count;
    }

    private static int Articles(LedgerStore store, string text)
    {
        var query = Parse(text);
        return store.Articles(new ArticleQuery { Words = query.Words, Filter = query.Filter }).Rows.Count;
    }

    private static int Figures(LedgerStore store, string text) => store.Figures(new FigureQuery { Filter = Parse(text).Filter }).Rows.Count;

    // A word out of the oldest claims that few others hold.
    private static string RareWord(LedgerStore store) => store.Claims(new ClaimQuery { Filter = Parse("until:2023-01-02").Filter, Limit = 200 }).Rows
        .SelectMany(row => row.Words.Split(' ', '.', ',', '"'))
        .Where(word => word.Length > 5 && word.All(char.IsAsciiLetterLower))
        .Distinct()
        .Take(60)
        .MinBy(word => store.Claims(new ClaimQuery { Words = Parse(word).Words, Limit = 1000 }).Rows.Count)!;

    private static SearchQuery Parse(string text) =>
        SearchQuery.TryParse(text, out var query) is { } fault ? throw new ArgumentException(fault.ToString(), nameof(text)) : query!;

    private static void Time(string question, Func<int> ask)
    {
        var times = new List<double>();
        var rows = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            rows = ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var first = times[0];
        times.Sort();
        Say($"| {question} | {rows} | {first:0.0} | {times[Rounds / 2]:0.0} | {times[^1]:0.0} |");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(Culture));
}
