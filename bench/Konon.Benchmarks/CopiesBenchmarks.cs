using BenchmarkDotNet.Attributes;
using Konon.Articles;
using Konon.Claims;

namespace Konon.Benchmarks;

/// <summary>One article's text once, ten and a hundred times in one file: the time may grow with the text and no faster.</summary>
[MemoryDiagnoser]
public class CopiesBenchmarks
{
    private Article? article;

    [Params(1, 10, 100)]
    public int Copies { get; set; } = 1;

    [GlobalSetup]
    public void Setup() => article = Coverages.Copies(Copies);

    /// <summary>How many claims there are.</summary>
    [Benchmark]
    public int Read() => ClaimFinder.Read(article!).Claims.Count;
}
