using Konon.Benchmarks;
using Konon.Claims;
using Xunit;

namespace Konon.Tests;

/// <summary>Every benchmark runs once with little input, so that it measures the right answer.</summary>
public sealed class BenchmarkTests
{
    public static TheoryData<string> Kinds => [.. HostileTexts.Names()];

    [Fact]
    public void The_samples_are_read()
    {
        var benchmark = new ClaimsBenchmarks { Coverage = Coverages.Samples };
        benchmark.Setup();
        Assert.Equal(Coverages.Articles(Coverages.Samples).Sum(article => ClaimFinder.Read(article).Claims.Count), benchmark.Read());
        Assert.True(benchmark.Read() > 30);
    }

    [Fact]
    public void The_samples_become_articles()
    {
        var benchmark = new ArticlesBenchmarks { Coverage = Coverages.Samples };
        benchmark.Setup();
        Assert.Equal(Coverages.Articles(Coverages.Samples).Sum(article => article.Text.Length), benchmark.Read());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Copies_hold_the_claims_of_each_copy(int copies)
    {
        var benchmark = new CopiesBenchmarks { Copies = copies };
        benchmark.Setup();
        var one = new CopiesBenchmarks { Copies = 1 };
        one.Setup();
        // The title is there once.
        Assert.InRange(benchmark.Read(), (one.Read() - 1) * copies, one.Read() * copies);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hostile_texts_are_read(string kind)
    {
        var benchmark = new HostileBenchmarks { Kind = kind, Length = 2_000 };
        benchmark.Setup();
        var text = HostileTexts.Of(kind, 2_000).Text;
        Assert.InRange(text.Length, 2_000, 2_200);
        Assert.InRange(benchmark.Read(), 0, text.Length / 4);
    }

    [Fact]
    public void The_quick_run_prints_its_tables()
    {
        using var output = new StringWriter();
        QuickRun.PrintHostile(output, 200);
        Assert.Equal(HostileTexts.Names().Count() + 2, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Generated_news_holds_about_ten_claims_an_article_and_is_the_same_every_time()
    {
        var lines = Enumerable.Range(0, 20).Select(new NewsMaker().Line).ToList();
        Assert.Equal(lines, Enumerable.Range(0, 20).Select(new NewsMaker().Line));
        var claims = lines.Sum(line =>
        {
            var row = System.Text.Json.JsonDocument.Parse(line).RootElement;
            return ClaimFinder.Read(Coverages.Article(row.GetProperty("text").GetString()!)).Claims.Count;
        });
        Assert.InRange(claims, 20 * 8, 20 * 13);
    }
}
