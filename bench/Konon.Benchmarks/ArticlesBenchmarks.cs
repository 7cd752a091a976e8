using BenchmarkDotNet.Attributes;
using Konon.Bytes;

namespace Konon.Benchmarks;

/// <summary>The articles stage from bytes, as of plain files: charset, title, dateline, furniture.</summary>
[MemoryDiagnoser]
public class ArticlesBenchmarks
{
    private Document[] documents = [];

    [ParamsSource(nameof(Here))]
    public string Coverage { get; set; } = Coverages.Samples;

    public static IEnumerable<string> Here => Coverages.Here;

    [GlobalSetup]
    public void Setup() => documents =
    [
        .. Coverages.Documents(Coverage)
            .Select(document => document.Row is { } row ? Coverages.Document(row.Title + "\n\n" + row.Text) : document),
    ];

    /// <summary>How many characters of text the articles hold.</summary>
    [Benchmark]
    public int Read() => documents.Sum(document => Coverages.Read(document)?.Text.Length ?? 0);
}
