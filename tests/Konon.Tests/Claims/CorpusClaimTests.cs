using System.Security.Cryptography;
using System.Text;
using Konon.Claims;
using Konon.Intake;
using Konon.Text;
using Xunit;

namespace Konon.Tests.Claims;

/// <summary>What holds for any real article, tried on a week of news beside the repository.</summary>
public sealed class CorpusClaimTests
{
    // As many as take about two seconds; which ones is told by the digest of their row, so the sample is the same everywhere.
    private const int Sample = 400;

    [Fact]
    public void Every_span_of_a_week_of_news_reads_back()
    {
        var documents = new Coverage(CoverageOptions.Default).Read([SharedData.Require("corpus", "june-2025.jsonl.gz")])
            .Select(item => item.Document!)
            .OrderBy(document => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Row!.Id ?? document.Input))), StringComparer.Ordinal)
            .Take(Sample)
            .ToList();
        Assert.Equal(Sample, documents.Count);
        var claims = 0;
        foreach (var document in documents)
        {
            var reading = ClaimFinder.Read(Given.Article(document));
            claims += reading.Claims.Count;
            Assert.Equal([], reading.Claims.SelectMany(claim => Faults(claim, reading.Article.Text)).Select(fault => document.Input + ": " + fault));
            Assert.All(reading.Refusals, refusal => Assert.True(Inside(refusal.Span, reading.Article.Text), document.Input));
        }

        Assert.True(claims > 4 * Sample, $"only {claims} claims in {Sample} articles");
    }

    [Fact]
    public void The_same_article_gives_the_same_claims_again()
    {
        foreach (var item in new Coverage(CoverageOptions.Default).Read([SharedData.Require("corpus", "june-2025.jsonl.gz")]).Take(40))
        {
            var article = Given.Article(item.Document!);
            Assert.Equal(Lines(ClaimFinder.Read(article)), Lines(ClaimFinder.Read(article)));
        }
    }

    private static IEnumerable<string> Lines(Reading reading) => reading.Claims.Select(claim =>
        string.Join('|', claim.Rule, claim.Stance, claim.Cue, string.Join(',', claim.Content), string.Join(',', claim.Speakers), string.Join(',', claim.Figures)));

    private static IEnumerable<string> Faults(Claim claim, string text)
    {
        if (claim.Content.Count == 0) yield return "a claim without words";
        var end = 0;
        foreach (var part in claim.Content)
        {
            if (!Inside(part, text) || part.IsEmpty || part.Start < end) yield return $"content {part}";
            else if (char.IsWhiteSpace(text[part.Start]) || char.IsWhiteSpace(text[part.End - 1])) yield return $"blanks around '{part.Of(text)}'";
            end = part.End;
        }

        if (claim.Cue is { } cue && (!Inside(cue, text) || cue.IsEmpty)) yield return $"cue {cue}";
        if (claim.Confidence is < 0 or > 1) yield return $"confidence {claim.Confidence}";
        foreach (var speaker in claim.Speakers)
        {
            if (string.IsNullOrWhiteSpace(speaker.Name)) yield return "a speaker without a name";
            if (speaker.Mention is { } mention && !Inside(mention, text)) yield return $"mention {mention}";
        }

        foreach (var relay in claim.Via)
        {
            if (!Inside(relay.Span, text) || relay.Span.Of(text) != relay.Name) yield return $"relay {relay}";
        }

        foreach (var figure in claim.Figures)
        {
            if (!claim.Content.Any(part => part.Contains(figure.Span))) yield return $"figure {figure.Span} outside its content";
            if (figure.Max is { } max && max <= figure.Value) yield return $"figure {figure.Value} to {max}";
        }
    }

    private static bool Inside(TextSpan span, string text) => span.Start >= 0 && span.End <= text.Length;
}
