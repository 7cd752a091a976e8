using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Konon.Ledger;

/// <summary>How long a feed is left alone before it is asked again.</summary>
public static class FeedPace
{
    // What a feed or server asks for is heeded up to this; a mistyped number must not silence a feed for good.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    // A feed that is broken for a weekend is still asked four times a day.
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(6);

    /// <summary>The pause after an answer, or after a failure.</summary>
    /// <param name="address">The feed's address; of it comes the tenth at most by which feeds drift apart, instead of out of chance.</param>
    /// <param name="every">The pause that the user wants.</param>
    /// <param name="timeToLive">The pause that the feed itself asks for; null where it asks for none. Heeded up to 24 hours.</param>
    /// <param name="failures">How many times in a row it failed, 0 after an answer; each doubles the pause, up to 6 hours.</param>
    /// <param name="retryAfter">The pause that the server asks for; null where it asks for none. Heeded up to 24 hours.</param>
    public static TimeSpan Pause(string address, TimeSpan every, TimeSpan? timeToLive = null, int failures = 0, TimeSpan? retryAfter = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        var pause = every;
        if (timeToLive is { } asked) pause = Longer(pause, Bounded(asked));
        if (failures > 0) pause = Longer(pause, TimeSpan.FromTicks(Math.Min(LongestBackOff.Ticks, every.Ticks * (1L << Math.Min(failures, 10)))));
        pause += pause * (Share(address) / 10);
        return retryAfter is { } wanted ? Longer(pause, Bounded(wanted)) : pause;
    }

    /// <summary>What a server asks for, up to 24 hours.</summary>
    public static TimeSpan Bounded(TimeSpan asked) => asked < Longest ? asked : Longest;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // From 0 to below 1, the same for an address on every machine.
    private static double Share(string address) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(address))) / (double)(1L << 32);
}
