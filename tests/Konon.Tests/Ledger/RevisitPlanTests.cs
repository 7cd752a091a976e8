using Konon.Ledger;
using Xunit;

namespace Konon.Tests.Ledger;

public sealed class RevisitPlanTests
{
    private static readonly DateTimeOffset First = new(2025, 3, 3, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reads_six_times_within_a_week()
    {
        var times = new List<TimeSpan>();
        for (var (done, next) = RevisitPlan.After(First, 0, First); next is { } due; (done, next) = RevisitPlan.After(First, done + 1, due)) times.Add(due - First);
        Assert.Equal(["00:15:00", "01:00:00", "03:00:00", "08:00:00", "1.00:00:00", "7.00:00:00"], times.Select(time => time.ToString("c")));
    }

    [Theory]
    [InlineData(16, 1, 60)]
    [InlineData(60, 2, 180)]
    [InlineData(300, 3, 480)]
    [InlineData(60 * 24 * 30, 6, null)]
    public void What_was_missed_is_done_once(int minutes, int done, int? next)
    {
        var after = RevisitPlan.After(First, 1, First.AddMinutes(minutes));
        Assert.Equal((done, next), (after.Done, (int?)(after.Next - First)?.TotalMinutes));
    }

    [Fact]
    public void A_clock_that_goes_back_repeats_nothing() =>
        Assert.Equal((3, First.AddHours(8)), RevisitPlan.After(First, 3, First.AddHours(-5)));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 20)]
    [InlineData(3, 80)]
    [InlineData(5, 1280)]
    [InlineData(int.MaxValue, 1280)]
    public void What_fails_is_tried_ever_more_rarely(int failures, int minutes) =>
        Assert.Equal(minutes, RevisitPlan.Pause(failures).TotalMinutes);
}
