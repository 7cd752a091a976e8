namespace Konon.Store.Alerts;

/// <summary>When a message that was not taken is tried again.</summary>
public static class AlertPace
{
    /// <summary>So many runs try a message, over some three days; then it is given up.</summary>
    public const int MostAttempts = 10;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>
    /// The pause behind a failed attempt: one minute, then three times as long each time, at most a day; longer where the
    /// receiver asks for it.
    /// </summary>
    /// <param name="attempts">How often it was tried, this attempt included.</param>
    /// <param name="asked">What the receiver asks for; null for nothing.</param>
    /// <returns>Null where it is given up.</returns>
    public static TimeSpan? After(int attempts, TimeSpan? asked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts >= MostAttempts) return null;
        var pause = First * Math.Pow(3, attempts - 1);
        if (asked > pause) pause = asked.Value;
        return pause < Longest ? pause : Longest;
    }
}
