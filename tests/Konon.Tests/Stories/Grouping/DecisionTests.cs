using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

public sealed class DecisionTests
{
    // Two stories: 1, 2, 3 and 4, 5.
    private static readonly ArticleSketch[] Articles =
        [Flow.Made(1, 7, 0), Flow.Made(2, 7, 1), Flow.Made(3, 7, 2), Flow.Made(4, 8, 0), Flow.Made(5, 8, 1)];

    [Fact]
    public void A_merge_makes_two_stories_one_for_what_comes_later_too()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide([StoryDecision.Merge(1, "a0002", "a0005")]);
        grouper.Settle();
        grouper.Add(Flow.Made(6, 8, 9));
        grouper.Settle();
        Assert.Equal("a0001+a0002+a0003+a0004+a0005+a0006", grouper.Told());
    }

    [Fact]
    public void The_id_of_what_was_merged_leads_on_to_the_story_it_is_in()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide([StoryDecision.Merge(1, "a0002", "a0005")]);
        var change = grouper.Settle();
        Assert.Equal([new StoryRedirect(StoryId.Of("a0004"), StoryId.Of("a0001"))], change.Redirects);
        Assert.Equal(["a0004", "a0005"], change.Articles.Select(article => article.Article));
        Assert.All(change.Articles, article => Assert.Equal(StoryId.Of("a0004"), article.Part));
    }

    [Fact]
    public void An_article_split_off_is_a_story_that_its_likes_do_not_follow()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide([StoryDecision.Split(1, "a0001")]);
        grouper.Add(Flow.Made(6, 7, 3));
        grouper.Settle();
        Assert.Equal("a0001 a0002+a0003+a0006 a0004+a0005", grouper.Told());
    }

    [Fact]
    public void Articles_split_off_together_stay_together()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide([StoryDecision.Split(1, "a0005", "a0003", "a0004")]);
        grouper.Settle();
        Assert.Equal("a0001+a0002 a0003+a0004+a0005", grouper.Told());
    }

    [Fact]
    public void A_moved_article_leaves_its_story_and_joins_the_other()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide(StoryDecision.Move(1, "a0001", "a0004"));
        grouper.Settle();
        Assert.Equal("a0001+a0004+a0005 a0002+a0003", grouper.Told());
    }

    [Fact]
    public void A_later_split_takes_an_article_out_of_an_earlier_merge_and_leaves_the_rest_merged()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide([StoryDecision.Merge(1, "a0001", "a0002", "a0003", "a0004", "a0005"), StoryDecision.Split(2, "a0003")]);
        grouper.Settle();
        Assert.Equal("a0001+a0002+a0004+a0005 a0003", grouper.Told());
    }

    [Fact]
    public void A_decision_undone_is_as_if_it_had_never_been()
    {
        var grouper = Flow.Grouped(Articles);
        grouper.Decide([StoryDecision.Split(1, "a0001"), StoryDecision.Merge(2, "a0002", "a0004")]);
        grouper.Settle();
        grouper.Decide([]);
        grouper.Settle();
        Assert.Equal(Flow.Grouped(Articles).Ids(), grouper.Ids());
    }

    [Fact]
    public void A_decision_on_an_article_that_is_not_there_waits_for_it()
    {
        var grouper = new StoryGrouper();
        grouper.Decide([StoryDecision.Merge(1, "a0001", "a0004")]);
        foreach (var article in Articles)
        {
            grouper.Add(article);
            grouper.Settle();
        }

        Assert.Equal("a0001+a0002+a0003+a0004+a0005", grouper.Told());
    }

    [Fact]
    public void Two_decisions_of_one_order_are_a_wrong_call() =>
        Assert.Throws<ArgumentException>(() => new StoryGrouper().Decide([StoryDecision.Split(1, "a"), StoryDecision.Split(1, "b")]));
}
