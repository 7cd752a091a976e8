using FsCheck;
using FsCheck.Fluent;
using Konon.Stories.Grouping;
using Xunit;

namespace Konon.Tests.Stories.Grouping;

/// <summary>Stories and ids are a function of the set of articles and decisions, however they came.</summary>
public sealed class OrderTests
{
    private const int Most = 60;

    // Few events, so that they meet; times out of order and many the same; some without; terms that two events have in common.
    private static readonly Gen<ArticleSketch[]> Sets =
        from count in Gen.Choose(2, Most)
        from events in Gen.Choose(1, 8).ArrayOf(count)
        from hours in Gen.Frequency((9, Gen.Choose(0, 40).Select(hour => (int?)(hour * 24))), (1, Gen.Constant<int?>(null))).ArrayOf(count)
        from own in Gen.Choose(0, 40).ArrayOf(count)
        select Enumerable.Range(0, count).Select(i => Flow.Made(i, events[i], hours[i], own[i], 4 + (own[i] % 5))).ToArray();

    private static readonly Gen<StoryDecision[]> Decided =
        from count in Gen.Choose(0, 4)
        from kinds in Gen.Choose(0, 1).ArrayOf(count)
        from articles in Gen.Choose(0, Most).Select(number => $"a{number:d4}").ArrayOf(3).ArrayOf(count)
        select Enumerable.Range(0, count).Select(i => new StoryDecision(i, (StoryDecisionKind)kinds[i], articles[i])).ToArray();

    [Fact]
    public void Any_order_in_any_batches_with_duplicates_gives_the_same_stories()
    {
        var cases = from set in Sets
                    from shuffled in Gen.Shuffle(set.Concat(set.Take(5)).ToArray())
                    from batch in Gen.Choose(1, 20)
                    from decisions in Decided
                    from decidedAt in Gen.Choose(0, Most)
                    select (set, shuffled, batch, decisions, decidedAt);
        var late = 0;
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var expected = new StoryGrouper();
            expected.Decide(each.decisions);
            foreach (var sketch in each.set.OrderBy(sketch => sketch.Minute ?? int.MaxValue).ThenBy(sketch => sketch.Key, StringComparer.Ordinal)) expected.Add(sketch);
            expected.Settle();

            var grouper = new StoryGrouper();
            for (var i = 0; i < each.shuffled.Length; i++)
            {
                if (i == Math.Min(each.decidedAt, each.shuffled.Length - 1)) grouper.Decide(each.decisions.Reverse());
                grouper.Add(each.shuffled[i]);
                if (i % each.batch == 0) grouper.Settle();
            }

            grouper.Settle();
            late++;
            return grouper.Ids() == expected.Ids();
        }).Check(Fixed.Seed);
        Assert.True(late >= 300, $"only {late} sets");
    }

    [Fact]
    public void Parts_that_were_kept_give_what_finding_them_anew_gives()
    {
        var cases = from set in Sets
                    from shuffled in Gen.Shuffle(set)
                    from late in Gen.Choose(0, 5)
                    from decisions in Decided
                    select (set, shuffled, late, decisions);
        var kept = 0;
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var early = new StoryGrouper();
            early.Decide(each.decisions);
            foreach (var sketch in each.shuffled.Skip(each.late)) early.Add(sketch);
            early.Settle();
            var first = each.shuffled.Take(each.late).Select(Place).Append((int.MaxValue, "~")).Min();

            var again = new StoryGrouper();
            foreach (var sketch in each.shuffled)
            {
                var isKept = early.TryFind(sketch.Key, out var story) && Place(sketch).CompareTo(first) < 0;
                if (isKept) kept++;
                again.Add(sketch, isKept ? story.Part : null);
            }

            again.Decide(each.decisions);
            again.Settle();
            // One that comes later still takes the pass back behind what was kept.
            again.Add(Flow.Made(Most + 1, 1, 0, 0, 8));
            again.Settle();
            var expected = new StoryGrouper();
            expected.Decide(each.decisions);
            foreach (var sketch in each.set) expected.Add(sketch);
            expected.Add(Flow.Made(Most + 1, 1, 0, 0, 8));
            expected.Settle();
            return again.Ids() == expected.Ids();
        }).Check(Fixed.Seed);
        Assert.True(kept >= 1000, $"only {kept} kept");

        static (int, string) Place(ArticleSketch sketch) => (sketch.Minute ?? int.MaxValue, sketch.Key);
    }

    [Fact]
    public void What_was_taken_out_or_undone_leaves_no_trace()
    {
        var cases = from set in Sets
                    from shuffled in Gen.Shuffle(set)
                    from gone in Gen.Choose(0, set.Length - 1)
                    from decisions in Decided
                    select (set, shuffled, gone, decisions);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var expected = Flow.Grouped(each.set.Where((_, i) => i != each.gone));
            var grouper = new StoryGrouper();
            foreach (var sketch in each.shuffled) grouper.Add(sketch);
            grouper.Settle();
            grouper.Decide(each.decisions);
            grouper.Settle();
            Assert.Equal(GroupingOutcome.Taken, grouper.Remove(each.set[each.gone].Key));
            grouper.Decide([]);
            grouper.Settle();
            return grouper.Ids() == expected.Ids();
        }).Check(Fixed.Seed);
    }

    [Fact]
    public void What_is_told_of_changes_adds_up_to_the_stories()
    {
        var cases = from set in Sets from shuffled in Gen.Shuffle(set) from decisions in Decided select (shuffled, decisions);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var grouper = new StoryGrouper();
            var told = new Dictionary<string, StoryId>(StringComparer.Ordinal);
            var gone = new Dictionary<StoryId, StoryId>();
            for (var i = 0; i < each.shuffled.Length; i++)
            {
                if (i == 10) grouper.Decide(each.decisions);
                grouper.Add(each.shuffled[i]);
                var change = grouper.Settle();
                foreach (var article in change.Articles) told[article.Article] = article.Story;
                foreach (var redirect in change.Redirects) gone[redirect.From] = redirect.To;
            }

            var known = told.Values.ToHashSet();
            // Every id ever told is a story's, or leads on to one.
            return string.Join(' ', told.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)) == grouper.Ids()
                && gone.Keys.All(from => Follow(from, known, gone));
        }).Check(Fixed.Seed);
    }

    [Fact]
    public void What_is_held_no_more_is_refused_when_it_comes_late()
    {
        var grouper = new StoryGrouper(GroupingOptions.Default with { Held = 100 });
        for (var i = 0; i < 400; i++)
        {
            grouper.Add(Flow.Made(i, i % 20, i));
            grouper.Settle();
        }

        Assert.Equal(100, grouper.Held);
        Assert.Equal(GroupingOutcome.TooLate, grouper.Add(Flow.Made(1000, 3, 5)));
        Assert.Equal(GroupingOutcome.TooLate, grouper.Remove("a0003"));
        Assert.Equal(GroupingOutcome.TooLate, grouper.Decide([StoryDecision.Merge(1, "a0003", "a0399")]));
        Assert.Equal(GroupingOutcome.Taken, grouper.Add(Flow.Made(1000, 3, 350)));
        var all = Flow.Grouped([.. Enumerable.Range(0, 400).Select(i => Flow.Made(i, i % 20, i)), Flow.Made(1000, 3, 350)]);
        grouper.Settle();
        foreach (var story in grouper.Stories().SelectMany(story => story.Articles))
        {
            Assert.True(grouper.TryFind(story.Key, out var one) && all.TryFind(story.Key, out var other) && one == other, story.Key);
        }
    }

    [Fact]
    public void What_is_held_stays_bounded_however_long_the_flow()
    {
        var grouper = new StoryGrouper(GroupingOptions.Default with { Held = 50 });
        for (var i = 0; i < 3_000; i++)
        {
            grouper.Add(Flow.Made(i, i, i));
            grouper.Settle();
        }

        // A story is open for the ten days of the window: 240 articles of one an hour, and what closing lags behind.
        Assert.InRange(grouper.OpenStories, 240, 250);
        Assert.Equal(50, grouper.Stories().Sum(story => story.Articles.Count));
    }

    [Fact]
    public void Of_two_sketches_of_one_key_one_stays_whichever_came_first()
    {
        var (one, other) = (Flow.Made(1, 7, 5), Flow.Made(1, 8, 5));
        ArticleSketch[] rest = [Flow.Made(2, 7, 0), Flow.Made(3, 8, 0)];
        Assert.Equal(Flow.Grouped([one, .. rest, other]).Ids(), Flow.Grouped([other, .. rest, one, other, one]).Ids());
    }

    private static bool Follow(StoryId from, HashSet<StoryId> known, Dictionary<StoryId, StoryId> gone)
    {
        for (var steps = 0; steps <= gone.Count; steps++)
        {
            if (known.Contains(from)) return true;
            if (!gone.TryGetValue(from, out from)) return false;
        }

        return false;
    }
}
