using BenchmarkDotNet.Attributes;
using Konon.Articles;
using Konon.Claims;

namespace Konon.Benchmarks;

/// <summary>The claims stage on whole coverages, one core.</summary>
[MemoryDiagnoser]
public class ClaimsBenchmarks
{
    private Article[] articles = [];

    [ParamsSource(nameof(Here))]
    public string Coverage { get; set; } = Coverages.Samples;

    public static IEnumerable<string> Here => Coverages.Here;

    [GlobalSetup]
    public void Setup() => articles = [.. Coverages.Articles(Coverage)];

    /// <summary>How many claims there are.</summary>
    [Benchmark]
    public int Read() => articles.Sum(article => ClaimFinder.Read(article).Claims.Count);
}
