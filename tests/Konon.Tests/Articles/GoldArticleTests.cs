using System.Text.Json;
using System.Text.RegularExpressions;
using Konon.Intake;
using Xunit;

namespace Konon.Tests.Articles;

/// <summary>The reader against the annotated articles beside the repository: floors, not goals.</summary>
public sealed partial class GoldArticleTests
{
    [Theory]
    [InlineData("dev.jsonl")]
    [InlineData("dev")]
    public void Text_without_furniture_agrees_with_the_gold(string input)
    {
        var gold = SharedData.Require("gold", "dev");
        var (both, wanted, said) = (0, 0, 0);
        foreach (var item in new Coverage(CoverageOptions.Default).Read(Inputs(SharedData.Require("gold", input))))
        {
            var article = Given.Article(item.Document!);
            var expected = Body(Path.Combine(gold, article.ExternalId ?? Path.GetFileNameWithoutExtension(article.Input)));
            var actual = Counts(article.Text);
            wanted += expected.Values.Sum();
            said += actual.Values.Sum();
            both += expected.Sum(pair => Math.Min(pair.Value, actual.GetValueOrDefault(pair.Key)));
        }

        Assert.True(wanted > 5_000, $"only {wanted} words in the gold");
        var (precision, recall) = ((double)both / said, (double)both / wanted);
        Assert.True(2 * precision * recall / (precision + recall) >= 0.99, $"precision {precision}, recall {recall}");
    }

    [Fact]
    public void A_week_of_news_loses_hardly_a_quotation_mark()
    {
        var (articles, lost) = (0, 0);
        foreach (var item in new Coverage(CoverageOptions.Default).Read([SharedData.Require("corpus", "june-2025.jsonl.gz")]))
        {
            articles++;
            // A credit may name another outlet's headline, which may quote.
            lost += Given.Article(item.Document!).Removed.Where(removed => removed.Reason != "credit")
                .Sum(removed => removed.Exact.Count(c => c is '"' or '“' or '”'));
        }

        Assert.True(articles > 3_000, $"only {articles} articles");
        Assert.True(lost <= 8, $"{lost} quotation marks were struck out");
    }

    private static IEnumerable<string> Inputs(string path) =>
        File.Exists(path) ? [path] : Directory.GetFiles(path, "*.txt").Order(StringComparer.Ordinal);

    private static Dictionary<string, int> Body(string stem)
    {
        var text = File.ReadAllText(stem + ".txt");
        using var gold = JsonDocument.Parse(File.ReadAllText(stem + ".json"));
        var kept = text.ToCharArray();
        foreach (var item in gold.RootElement.GetProperty("furniture").EnumerateArray())
        {
            var words = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetProperty("text").GetString()!;
            var from = item.ValueKind == JsonValueKind.String ? 0 : text.IndexOf(item.GetProperty("in").GetString()!, StringComparison.Ordinal);
            var at = text.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(at >= 0, words);
            kept.AsSpan(at, words.Length).Fill(' ');
        }

        return Counts(new string(kept));
    }

    private static Dictionary<string, int> Counts(string text) =>
        Word().Matches(text).GroupBy(match => match.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
