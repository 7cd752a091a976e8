using Konon.Articles;
using Konon.Claims;
using Konon.Intake;
using Konon.Sentences;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>The claims of a week of news that stands beside the project; skipped where it does not.</summary>
public sealed class WeekTests
{
    private const int ShortestStretch = 5;

    [Fact]
    public void Every_claim_is_founded_and_every_quotation_is_a_claim_s_or_refused()
    {
        var path = SharedData.Require("corpus", "june-2025.jsonl.gz");
        var articles = 0;
        var quoted = 0;
        var left = new List<string>();
        foreach (var item in new Coverage(CoverageOptions.Default).Read([path]))
        {
            if (item.Document is null || ArticleReader.TryRead(item.Document, ArticleOptions.Default, out var article) is not null) continue;
            articles++;
            var reading = ClaimFinder.Read(article!);
            Assert.True(AnyTextTests.IsWellFormed(reading), article!.ExternalId);
            foreach (var quotation in Quotations(article))
            {
                quoted++;
                if (!LiesInClaim(reading, quotation) && !reading.Refusals.Any(refusal => refusal.Span.Overlaps(quotation)))
                    left.Add($"{article.ExternalId} {quotation}");
            }
        }

        Assert.Equal(3389, articles);
        Assert.True(quoted > 6000, $"only {quoted} quotations looked at");
        Assert.Empty(left);
    }

    private static bool LiesInClaim(Reading reading, TextSpan quotation) =>
        reading.Claims.Any(claim => claim.Content.Any(part => part.Overlaps(quotation)));

    private static List<TextSpan> Quotations(Article article)
    {
        if (ClaimLexicon.Of(article.Language) is not { } lexicon) return [];
        var tokens = Tokenizer.Read(article.Text, lexicon.Language.Vocabulary);
        return [.. QuotationFinder.Read(article.Text, tokens).Where(quotation => quotation.Words >= ShortestStretch).Select(quotation => quotation.Span)];
    }
}
