using System.Globalization;
using System.Text;
using Konon.Articles;
using Konon.Claims;

namespace Konon.Benchmarks;

/// <summary>The same measurements in about a minute: best of a few runs, one core, no statistics.</summary>
public static class QuickRun
{
    // An article of the week has about so many bytes of text; what is allocated is told for one of that size.
    private const double ArticleBytes = 2500;

    /// <summary>The usual length of the shorter hostile texts: the longer ones are ten times as long, 5 MB.</summary>
    public const int HostileLength = 500_000;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Measures everything and prints one table after the other.</summary>
    /// <param name="output">Where the tables go.</param>
    /// <param name="hostileLength">How long the shorter of the two hostile texts of each kind is, in characters.</param>
    public static void Print(TextWriter output, int hostileLength)
    {
        ArgumentNullException.ThrowIfNull(output);
        PrintStages(output);
        PrintMemory(output);
        PrintCopies(output);
        PrintHostile(output, hostileLength);
    }

    private static void PrintStages(TextWriter output)
    {
        output.WriteLine("| stage | coverage | articles | MB of text | MB/s | kB allocated per 2.5 kB |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        foreach (var coverage in Coverages.Here)
        {
            Article[] articles = [.. Coverages.Articles(coverage)];
            var bytes = articles.Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));
            var claims = new ClaimsBenchmarks { Coverage = coverage };
            claims.Setup();
            PrintStage(output, "claims", coverage, articles.Length, bytes, Measure(claims.Read, Runs(bytes)));
            var stage = new ArticlesBenchmarks { Coverage = coverage };
            stage.Setup();
            PrintStage(output, "articles", coverage, articles.Length, bytes, Measure(stage.Read, Runs(bytes)));
        }

        if (Coverages.PathOf(Coverages.Week) is null) output.WriteLine("\n../shared/corpus is not here: the week is skipped.");
        output.WriteLine();
    }

    private static int Runs(long bytes) => bytes > 1_000_000 ? 7 : 2000;

    private static void PrintStage(TextWriter output, string stage, string coverage, int articles, long bytes, Sample sample) =>
        output.WriteLine(string.Create(
            Culture,
            $"| {stage} | {coverage} | {articles} | {bytes / 1e6:0.00} | {bytes / 1e6 / sample.Seconds:0.0} | {sample.Bytes / 1e3 / bytes * ArticleBytes:0.0} |"));

    /// <summary>The memory held while the week goes through, documents read one by one.</summary>
    private static void PrintMemory(TextWriter output)
    {
        if (Coverages.PathOf(Coverages.Week) is null) return;
        output.WriteLine("| articles of the week read | MB held |");
        output.WriteLine("| ---: | ---: |");
        var read = 0;
        foreach (var article in Coverages.Articles(Coverages.Week))
        {
            ClaimFinder.Read(article);
            if (++read is not 100 && read % 1000 != 0) continue;
            output.WriteLine(string.Create(Culture, $"| {read} | {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} |"));
        }

        output.WriteLine();
    }

    private static void PrintCopies(TextWriter output)
    {
        output.WriteLine("| copies in one file | ns per character | of one copy |");
        output.WriteLine("| ---: | ---: | ---: |");
        var first = 0.0;
        foreach (var copies in (int[])[1, 10, 100])
        {
            var benchmark = new CopiesBenchmarks { Copies = copies };
            benchmark.Setup();
            var each = Measure(benchmark.Read, 2000 / copies).Seconds * 1e9 / Coverages.Copies(copies).Text.Length;
            if (first == 0) first = each;
            output.WriteLine(string.Create(Culture, $"| {copies} | {each:0} | {each / first:0.00} |"));
        }

        output.WriteLine();
    }

    /// <summary>Measures the claims stage on hostile texts of one length and of ten times that.</summary>
    public static void PrintHostile(TextWriter output, int length)
    {
        output.WriteLine(string.Create(Culture, $"| text | MB/s at {length / 1e6} MB | at {length / 1e5} MB | of linear |"));
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var kind in HostileTexts.Names())
        {
            var small = Hostile(kind, length, 2);
            var large = Hostile(kind, length * 10, 1);
            output.WriteLine(string.Create(
                Culture, $"| {kind} | {length / 1e6 / small.Seconds:0.0} | {length / 1e5 / large.Seconds:0.0} | {large.Seconds / small.Seconds / 10:0.00} |"));
        }
    }

    private static Sample Hostile(string kind, int length, int runs)
    {
        var benchmark = new HostileBenchmarks { Kind = kind, Length = length };
        benchmark.Setup();
        return Measure(benchmark.Read, runs);
    }

    private static Sample Measure(Func<int> work, int runs)
    {
        work();
        var best = double.MaxValue;
        var bytes = 0L;
        for (var run = 0; run < runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            // The processor's time, not the clock's: a machine that does other work, too, does not count.
            var from = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - from).TotalSeconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return new Sample(best, bytes);
    }

    private readonly record struct Sample(double Seconds, long Bytes);
}
