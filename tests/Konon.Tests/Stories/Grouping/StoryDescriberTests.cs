using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

public sealed class StoryDescriberTests
{
    private static readonly ArticleSketch[] Articles =
    [
        Flow.Article("1", "5 Fakta Feri yang Karam", "Feri Sinar Rawa tenggelam di Selat Lembar. Warga Mataram berkumpul.", 1),
        Flow.Article("2", "Mengapa?", "Feri Sinar Rawa tenggelam di Selat Lembar.", 3),
        Flow.Article("3", "Feri Sinar Rawa Tenggelam di Selat Lembar", "Feri Sinar Rawa tenggelam di Selat Lembar. Tim dari Mataram mencari.", 2),
        Flow.Article("4", null, "Feri Sinar Rawa tenggelam di Selat Lembar.", null),
    ];

    [Fact]
    public void A_story_is_named_by_the_headline_that_tells_most_of_it()
    {
        var description = StoryDescriber.Describe(Articles);
        Assert.Equal(("Feri Sinar Rawa Tenggelam di Selat Lembar", "3"), (description.Name, description.NamedBy));
    }

    [Fact]
    public void It_knows_its_span_of_time_and_its_places()
    {
        var description = StoryDescriber.Describe(Articles);
        Assert.Equal((new DateTime(2025, 3, 4), new DateTime(2025, 3, 6)), (description.From, description.To));
        Assert.Contains("Mataram", description.Places);
    }

    [Fact]
    public void It_is_the_same_in_any_order() =>
        Assert.Equivalent(StoryDescriber.Describe(Articles), StoryDescriber.Describe([.. Articles.Reverse()]));

    [Fact]
    public void Without_a_headline_its_earliest_key_names_it() => Assert.Equal("4", StoryDescriber.Describe([Articles[3]]).Name);

    [Fact]
    public void A_story_without_articles_is_a_wrong_call() => Assert.Throws<ArgumentException>(() => StoryDescriber.Describe([]));
}
