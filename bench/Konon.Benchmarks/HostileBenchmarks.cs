using BenchmarkDotNet.Attributes;
using Konon.Articles;
using Konon.Claims;

namespace Konon.Benchmarks;

/// <summary>The claims stage on texts that nobody writes.</summary>
[MemoryDiagnoser]
public class HostileBenchmarks
{
    private Article? article;

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "only cues";

    [Params(100_000, 1_000_000)]
    public int Length { get; set; } = 1000;

    public static IEnumerable<string> Kinds => HostileTexts.Names();

    [GlobalSetup]
    public void Setup() => article = HostileTexts.Of(Kind, Length);

    /// <summary>How many claims there are.</summary>
    [Benchmark]
    public int Read() => ClaimFinder.Read(article!).Claims.Count;
}
