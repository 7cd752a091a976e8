using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Intake;
using Konon.Stories.Lineage;
using Xunit;

namespace Konon.Tests.Stories.Lineage;

/// <summary>Measures edges over a whole week of news, where it lies beside the project.</summary>
public sealed class WeekLineageTests
{
    [Fact]
    public void Pairs_across_outlets_that_share_text_have_an_edge_and_different_events_none()
    {
        var week = SharedData.Require("corpus", "june-2025.jsonl.gz");
        var readings = new Konon.Intake.Coverage(CoverageOptions.Default).Read([week]).Select(item => item.Document)
            .Select(document => document is not null && ArticleReader.TryRead(document, ArticleOptions.Default, out var article) is null ? article : null)
            .OfType<Article>().Select(ClaimFinder.Read);
        var lineage = LineageBuilder.Build(readings, LineageOptions.Default with { IsOneStory = false });
        var edges = lineage.Edges.Where(edge => edge.From.Reading is not null)
            .Select(edge => Pair(edge.From.Reading!.Article.ExternalId!, edge.To.Reading!.Article.ExternalId!))
            .ToHashSet();
        var pairs = CrossOutletPairs();
        Assert.True(pairs.Count > 50, $"only {pairs.Count} pairs");
        var halves = pairs.Chunk((pairs.Count + 1) / 2).Select(half => half.Count(edges.Contains) / (double)half.Length).ToList();
        Assert.All(halves, half => Assert.True(half >= 0.95, string.Join(", ", halves)));
        Assert.All(AcrossEvents(), pair => Assert.DoesNotContain(pair, edges));
    }

    private static List<(string, string)> CrossOutletPairs()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Require("corpus", "pairs.json")));
        return [.. file.RootElement.GetProperty("pairs").EnumerateArray()
            .Where(pair => pair[1].GetDouble() >= 0.3)
            .Select(pair => Pair(pair[2].GetString()!, pair[3].GetString()!))
            .Where(pair => pair.Item1[..4] != pair.Item2[..4])];
    }

    private static List<(string, string)> AcrossEvents()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Require("corpus", "events.json")));
        var events = file.RootElement.GetProperty("events").EnumerateArray()
            .Select(listed => listed.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!).ToList())
            .ToList();
        return
        [
            .. from one in events from other in events where events.IndexOf(one) < events.IndexOf(other)
               from a in one from b in other where a != b select Pair(a, b),
        ];
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
