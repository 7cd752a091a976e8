using Konon.Benchmarks;
using Konon.Claims;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>The work of reading grows with the text and no faster, whatever the text; work is counted, not timed.</summary>
public sealed class WorkTests
{
    // Twice the text may cost twice the work and a little more, as where a list doubles; a square would cost four times as much.
    private const double Twice = 2.4;

    // Allocated bytes are counted in blocks of some kilobytes.
    private const int Slack = 100_000;

    public static TheoryData<string> Kinds => [.. HostileTexts.Names()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Twice_the_text_takes_twice_the_work(string kind)
    {
        _ = Work(kind, 2_000);
        var (once, twice) = (Work(kind, 80_000), Work(kind, 160_000));
        Assert.True(twice.Bytes < (once.Bytes * Twice) + Slack, $"{once.Bytes} bytes allocated, {twice.Bytes} for twice the text");
        Assert.True(twice.Steps <= once.Steps * Twice, $"{once.Steps} steps, {twice.Steps} for twice the text");
    }

    [Fact]
    public void A_hundred_copies_of_an_article_take_ten_times_the_work_of_ten()
    {
        _ = Work(Coverages.Copies(1));
        var (ten, hundred) = (Work(Coverages.Copies(10)), Work(Coverages.Copies(100)));
        Assert.InRange(hundred.Bytes / (double)ten.Bytes, 5, 13);
        Assert.True(hundred.Steps <= ten.Steps * 11, $"{ten.Steps} steps, {hundred.Steps} for ten times the text");
    }

    [Fact]
    public void Steps_are_counted()
    {
#if DEBUG
        Assert.True(Work("only cues", 2_000).Steps > 1000);
#else
        Assert.Skip("Steps are counted in debug builds only; allocated bytes are compared all the same.");
#endif
    }

    [Fact]
    public void Ten_thousand_nested_quotation_marks_are_read()
    {
        var text = "Seno berkata: " + Repeat("“", 10_000) + "air naik terus sejak pagi" + Repeat("”", 10_000) + " kata Seno.";
        Assert.True(AnyTextTests.IsWellFormed(ClaimFinder.Read(Coverages.Article(text))));
        var words = Repeat("“air ", 10_000) + Repeat("naik” ", 10_000);
        Assert.True(AnyTextTests.IsWellFormed(ClaimFinder.Read(Coverages.Article(words))));
    }

    [Fact]
    public void A_line_of_five_million_characters_is_read() => Assert.Equal(5_000_000 / Line.Length, CountOf(5_000_000));

    [Fact(Explicit = true)]
    public void A_line_of_fifty_million_characters_is_read() => Assert.Equal(50_000_000 / Line.Length, CountOf(50_000_000));

    private const string Line = "Menteri Seno Wirawan mengatakan air sungai itu naik dua meter. Warga sudah pergi sejak pagi ke balai desa. ";

    private static int CountOf(int length)
    {
        var reading = ClaimFinder.Read(Coverages.Article(Repeat(Line, length / Line.Length)));
        Assert.All(reading.Claims, claim => Assert.Equal("Seno Wirawan", claim.Speakers[0].Name));
        return reading.Claims.Count;
    }

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static (long Bytes, long Steps) Work(string kind, int length) => Work(HostileTexts.Of(kind, length));

    private static (long Bytes, long Steps) Work(Konon.Articles.Article article)
    {
        var (bytes, steps) = (GC.GetAllocatedBytesForCurrentThread(), WorkMeter.Steps);
        _ = ClaimFinder.Read(article);
        return (GC.GetAllocatedBytesForCurrentThread() - bytes, WorkMeter.Steps - steps);
    }
}
