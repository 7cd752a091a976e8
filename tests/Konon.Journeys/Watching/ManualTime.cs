namespace Konon.Journeys.Watching;

/// <summary>A clock that a test sets. What is waited for is waited for in real time, so that only the clock's time is made up.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Sets the clock; it never goes back.</summary>
    public void AdvanceTo(DateTimeOffset time)
    {
        if (time > Now) Interlocked.Exchange(ref _ticks, time.UtcTicks);
    }
}
