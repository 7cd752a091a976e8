namespace Konon.Ledger;

/// <summary>When an article is read again, and when what failed is tried again: plain arithmetic on times that the caller knows.</summary>
/// <remarks>
/// 15 % of articles change within a day, most of these in the first hours, 18 % within a week: six readings that lie ever further apart
/// see most of it and ask an outlet for little.
/// </remarks>
public static class RevisitPlan
{
    /// <summary>How long after the first reading each further one is due, ascending.</summary>
    public static IReadOnlyList<TimeSpan> Offsets { get; } =
    [
        TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(24), TimeSpan.FromDays(7),
    ];

    /// <summary>How often a first reading is tried in all before it is given up: six times within somewhat more than a day.</summary>
    public static int MostFirstTries => 6;

    /// <summary>How often a further reading is tried in all before it is left out and the next one waited for.</summary>
    public static int MostTries => 3;

    /// <summary>The next reading after one that was done, or left out, just now.</summary>
    /// <param name="first">When the article was read first.</param>
    /// <param name="done">How many of <see cref="Offsets"/> were done or left out, the one just now included; 0 after the first reading.</param>
    /// <param name="now">The time; readings whose time is over by now were missed and are not made up for, this one stands for them.</param>
    /// <returns>How many are done then, and when the next one is due; null after the last.</returns>
    public static (int Done, DateTimeOffset? Next) After(DateTimeOffset first, int done, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        while (done < Offsets.Count && first + Offsets[done] <= now) done++;
        return done < Offsets.Count ? (done, first + Offsets[done]) : (Offsets.Count, null);
    }

    /// <summary>The pause before a failed reading is tried again: 5 min, 20 min, 80 min, 5 h 20 min, 21 h 20 min.</summary>
    /// <param name="failures">How many tries in a row have failed, 1 or more.</param>
    public static TimeSpan Pause(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(failures);
        // The exponent is bounded so that no number of failures overflows it.
        return TimeSpan.FromMinutes(5 * (1 << (2 * Math.Min(failures - 1, 4))));
    }
}
