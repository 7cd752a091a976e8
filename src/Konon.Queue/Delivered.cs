namespace Konon.Queue;

/// <summary>A message in this worker's hand; it stays the broker's until it is acknowledged.</summary>
/// <param name="From">The channel that it came through.</param>
/// <param name="Tag">Its number there.</param>
/// <param name="Queue">The queue that it stood in.</param>
/// <param name="Times">How often it was given out before and came back.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record Delivered(Intake From, ulong Tag, string Queue, long Times, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether it is still ours: on a lost connection the broker has given it to another.</summary>
    public bool IsLive => From.IsOpen;

    /// <summary>Says that it is done with.</summary>
    public Task AckAsync() => From.AckAsync(this);
}
