using System.Diagnostics;

namespace Konon.Journeys.Fetching;

/// <summary>A clock that runs faster, so that a pause of half a minute takes a test some milliseconds.</summary>
internal sealed class HurryingTime(int times) : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2025, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private readonly long _start = Stopwatch.GetTimestamp();

    public override long TimestampFrequency => Stopwatch.Frequency;

    public override DateTimeOffset GetUtcNow() => Beginning + (Stopwatch.GetElapsedTime(_start) * times);

    public override long GetTimestamp() => (Stopwatch.GetTimestamp() - _start) * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurry(dueTime), Hurry(period));

    // A wait must never end before its time is over, or who waited would find the clock short of it.
    private TimeSpan Hurry(TimeSpan time) => time <= TimeSpan.Zero ? time : (time / times) + TimeSpan.FromMilliseconds(1);
}
