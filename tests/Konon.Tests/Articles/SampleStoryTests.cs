using Konon.Articles;
using Konon.Intake;
using Xunit;

namespace Konon.Tests.Articles;

public sealed class SampleStoryTests
{
    private static readonly string[] NeverInText =
    [
        "Baca juga", "Baca Juga", "WhatsApp", "Google News", "loading", "Copyright", "Gambas", "Pilihan Editor", "Selengkapnya", "Penulis:",
        "Cuaca Buruk, Nelayan", "Bocah Selamat", "Nakhoda Dikabarkan", "Berita Terkait", "(*)", "(dit)",
    ];

    [Fact]
    public void The_sample_story_is_read_without_its_furniture()
    {
        var articles = Read();
        Assert.Equal(9, articles.Count);
        Assert.All(articles, article => Assert.All(NeverInText, words => Assert.DoesNotContain(words, article.Text, StringComparison.Ordinal)));
        Assert.All(articles, article => Assert.Equal("id", article.Language));
        Assert.All(articles, article => Assert.NotNull(article.Title));
        Assert.Equal(8, articles.Select(article => article.Outlet).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void No_quotation_of_the_sample_story_is_lost()
    {
        var folder = Path.Combine(SharedData.Repository, "samples", "feri-selat-lorang");
        var found = Directory.GetFiles(folder).Sum(file => File.ReadAllText(file).Count(c => c is '"' or '“' or '”'));
        Assert.Equal(found, Read().Sum(article => article.Text.Count(c => c is '"' or '“' or '”')));
    }

    [Fact]
    public void The_second_sample_copies_the_narrative_of_the_first_and_spins_it()
    {
        var articles = Read();
        var (first, second) = (Shingles(articles[0]), Shingles(articles[1]));
        var contained = (double)second.Intersect(first).Count() / second.Count;
        Assert.InRange(contained, 0.3, 0.8);
        Assert.All(articles.Skip(2), other => Assert.True(Shingles(other).Intersect(first).Count() < 0.1 * first.Count, other.Input));
    }

    // Runs of three words outside quotations.
    private static HashSet<string> Shingles(Article article)
    {
        var body = article.Text[article.BodyStart..].Split('"', '“', '”').Where((_, i) => i % 2 == 0);
        return [.. body.Select(part => part.ToLowerInvariant().Split([' ', '\n', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(words => words.Skip(2).Select((word, i) => $"{words[i]} {words[i + 1]} {word}"))];
    }

    private static List<Article> Read() =>
        [.. new Coverage(CoverageOptions.Default).Read([Path.Combine(SharedData.Repository, "samples", "feri-selat-lorang")])
            .Select(item => Given.Article(item.Document!))];
}
