using System.Globalization;
using Konon.Stories.Grouping;

namespace Konon.Benchmarks;

/// <summary>A made-up flow of articles, without end and the same every time, to see whether grouping stays as fast as it was.</summary>
/// <remarks>
/// 20,000 articles a day. Half of them tell events: a few hundred run at a time, of 2 to 300 articles, most of them small, within five
/// days; the other half stand alone. An event has terms of its own; the rest of every article is drawn from 300,000 words as unevenly as
/// words are.
/// </remarks>
public sealed class GroupingFlow
{
    private const int PerDay = 20_000;
    private const int MinutesPerDay = 1440;
    private const int Terms = 80;
    private const int EventTerms = 40;
    private const int OfEvent = 28;
    private const int Words = 300_000;
    private const int Running = 2_000;

    private readonly List<(int Seed, int Left)> _running = [];
    private ulong _state = 0x2545F4914F6CDD1D;
    private int _count;

    /// <summary>The next article.</summary>
    public ArticleSketch Next()
    {
        var seed = -1;
        if ((_count & 1) == 0)
        {
            var at = Draw(Running);
            if (at >= _running.Count)
            {
                at = _running.Count;
                _running.Add(default);
            }

            if (_running[at].Left == 0) _running[at] = (_count, Size());
            seed = _running[at].Seed;
            _running[at] = (seed, _running[at].Left - 1);
        }

        var minute = 1_000_000_000 + (int)((long)_count * MinutesPerDay / PerDay);
        return new ArticleSketch("a" + (_count++).ToString("x8", CultureInfo.InvariantCulture), minute, "id", null, TermsOf(seed), [], []);
    }

    /// <summary>Groups a flow and prints a row for each tenth of it: time, open stories, memory.</summary>
    public static void Print(int articles, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine("| articles | µs each | worst batch, µs each | open stories | held | MB of state |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        var flow = new GroupingFlow();
        var grouper = new StoryGrouper();
        for (var part = 1; part <= 10; part++)
        {
            var (mean, worst) = Measure(flow, grouper, articles / 10);
            var held = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(long)articles / 10 * part} | {mean:0.0} | {worst:0.0} | {grouper.OpenStories} | {grouper.Held} | {held:0} |"));
        }

        GC.KeepAlive(grouper);
    }

    /// <summary>Groups a flow, then makes the state again from the sketches' bytes and the parts that were kept.</summary>
    public static void PrintAgain(int articles, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var options = GroupingOptions.Default with { Held = articles };
        var flow = new GroupingFlow();
        var first = new StoryGrouper(options);
        var kept = Enumerable.Range(0, articles).Select(_ => flow.Next()).Select(sketch => (sketch.Key, Bytes: sketch.ToBytes())).ToList();
        var found = Time(() => Fill(first, kept, _ => null));
        var parts = kept.ToDictionary(each => each.Key, each => first.TryFind(each.Key, out var story) ? story.Part : default, StringComparer.Ordinal);
        var again = new StoryGrouper(options);
        var known = Time(() => Fill(again, kept, key => parts[key]));
        var same = first.Stories().Select(story => story.Id).SequenceEqual(again.Stories().Select(story => story.Id));
        output.WriteLine("| articles | found, articles/s | kept, articles/s | same stories |");
        output.WriteLine("| ---: | ---: | ---: | --- |");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {articles} | {articles / found:0} | {articles / known:0} | {same} |"));

        static void Fill(StoryGrouper grouper, List<(string Key, byte[] Bytes)> kept, Func<string, StoryId?> part)
        {
            foreach (var (key, bytes) in kept)
            {
                if (ArticleSketch.TryRead(bytes, out var sketch)) grouper.Add(sketch!, part(key));
            }

            grouper.Settle();
        }

        static double Time(Action work)
        {
            GC.Collect();
            var used = Environment.CpuUsage.TotalTime;
            work();
            return (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        }
    }

    /// <summary>Groups so many articles of the flow, and gives the microseconds of processor time for each.</summary>
    public static (double Mean, double Worst) Measure(GroupingFlow flow, StoryGrouper grouper, int articles)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(grouper);
        const int Batch = 1000;
        var (sum, worst) = (0.0, 0.0);
        for (var from = 0; from < articles; from += Batch)
        {
            var batch = Enumerable.Range(0, Math.Min(Batch, articles - from)).Select(_ => flow.Next()).ToList();
            var used = Environment.CpuUsage.TotalTime;
            foreach (var sketch in batch) grouper.Add(sketch);
            grouper.Settle();
            // The processor's time, not the clock's: a machine that does other work, too, does not count.
            var each = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / batch.Count;
            sum += each * batch.Count;
            worst = Math.Max(worst, each);
        }

        return (sum / articles, worst);
    }

    private SketchTerm[] TermsOf(int seed)
    {
        var terms = new SortedDictionary<uint, ushort>();
        for (var i = 0; seed >= 0 && i < OfEvent; i++)
        {
            var term = (uint)Draw(EventTerms);
            terms[Mix(((ulong)(uint)seed << 8) | term | (1ul << 50)) | 1] = (ushort)(4000 + (200 * term));
        }

        while (terms.Count < Terms)
        {
            var word = Word();
            terms[Mix(word) & ~3u] = (ushort)(500 + (4500 * word / Words));
        }

        return [.. terms.Select(term => new SketchTerm(term.Key, term.Value))];
    }

    // Drawn evenly over the logarithm of the rank, which is Zipf's law near enough.
    private ulong Word() => (ulong)Math.Exp(Draw(1_000_000) / 1e6 * Math.Log(Words));

    private int Size()
    {
        var part = Draw(1_000_000) / 1e6;
        return (int)(2 / (0.0066 + (part * 0.9934)));
    }

    private int Draw(int below) => (int)(Step() % (ulong)below);

    // xorshift64 (Marsaglia, "Xorshift RNGs", 2003).
    private ulong Step()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }

    private static uint Mix(ulong value) => (uint)((value * 0x9E3779B97F4A7C15) >> 32);
}
