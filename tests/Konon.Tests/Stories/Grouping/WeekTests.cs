using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Intake;
using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

/// <summary>The stories of a week of news that stands beside the project; skipped where it does not.</summary>
public sealed class WeekTests
{
    [Fact]
    public void Each_event_of_the_week_is_one_story_and_copies_share_theirs()
    {
        var corpus = SharedData.Require("corpus", "june-2025.jsonl.gz");
        var grouper = new StoryGrouper();
        foreach (var item in new Konon.Intake.Coverage(CoverageOptions.Default).Read([corpus]))
        {
            if (item.Document is null || ArticleReader.TryRead(item.Document, ArticleOptions.Default, out var article) is not null) continue;
            grouper.Add(ArticleSketch.Of(article!.ExternalId!, ClaimFinder.Read(article)));
        }

        grouper.Settle();
        Assert.Equal(3389, grouper.Held);
        AssertEvents(grouper);
        AssertCopies(grouper);
    }

    private static void AssertEvents(StoryGrouper grouper)
    {
        using var events = JsonDocument.Parse(File.ReadAllText(SharedData.Require("corpus", "events.json")));
        var listed = events.RootElement.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(7, listed.Count);
        Assert.All(listed, each =>
        {
            var ids = each.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!).ToList();
            var most = ids.GroupBy(id => Story(grouper, id)).Max(story => story.Count());
            Assert.True(most >= 0.9 * ids.Count, $"{each.GetProperty("key")}: {most} of {ids.Count}");
        });
        Assert.Equal(7, listed.Select(each => Story(grouper, each.GetProperty("ids")[0].GetString()!)).Distinct().Count());
    }

    private static void AssertCopies(StoryGrouper grouper)
    {
        using var pairs = JsonDocument.Parse(File.ReadAllText(SharedData.Require("corpus", "pairs.json")));
        var across = pairs.RootElement.GetProperty("pairs").EnumerateArray()
            .Select(pair => (One: pair[2].GetString()!, Other: pair[3].GetString()!))
            .Where(pair => pair.One.Split('-')[0] != pair.Other.Split('-')[0])
            .ToList();
        Assert.Equal(123, across.Count);
        var together = across.Count(pair => Story(grouper, pair.One) == Story(grouper, pair.Other));
        // 118 when this was written.
        Assert.True(together >= 117, $"only {together} of {across.Count}");
    }

    private static StoryId Story(StoryGrouper grouper, string key) =>
        grouper.TryFind(key, out var story) ? story.Story : throw new InvalidOperationException(key);
}
