using Konon.Ledger;
using Xunit;

namespace Konon.Tests.Ledger;

public sealed class FeedPaceTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    [Fact]
    public void Feeds_drift_apart_by_a_tenth_at_most_and_always_alike()
    {
        var pauses = Enumerable.Range(0, 200).Select(i => FeedPace.Pause($"https://warta.example/{i}", Ten).TotalMinutes).ToList();
        Assert.All(pauses, pause => Assert.InRange(pause, 10, 11));
        Assert.True(pauses.Max() - pauses.Min() > 0.9, "they are all alike");
        Assert.Equal(pauses[7], FeedPace.Pause("https://warta.example/7", Ten).TotalMinutes);
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(60, 60)]
    [InlineData(60 * 24 * 365, 60 * 24)]
    public void A_feed_gets_the_pause_that_it_asks_for(int asked, int minutes) =>
        Assert.InRange(FeedPace.Pause("a", Ten, TimeSpan.FromMinutes(asked)).TotalMinutes, minutes, minutes * 1.1);

    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 80)]
    [InlineData(9, 360)]
    [InlineData(int.MaxValue, 360)]
    public void A_feed_that_fails_is_asked_ever_more_rarely(int failures, int minutes) =>
        Assert.InRange(FeedPace.Pause("a", Ten, failures: failures).TotalMinutes, minutes, minutes * 1.1);

    [Fact]
    public void A_server_that_asks_for_a_pause_gets_it() =>
        Assert.Equal(5, FeedPace.Pause("a", Ten, failures: 1, retryAfter: TimeSpan.FromHours(5)).TotalHours);
}
