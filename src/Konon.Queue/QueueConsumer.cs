using System.Globalization;
using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>Hands messages over as they come; nothing is done on the client's own thread.</summary>
/// <param name="channel">The channel.</param>
/// <param name="queue">The queue that it consumes.</param>
/// <param name="gone">Told when the broker ends it, since the queue goes with its node or for good.</param>
/// <param name="arrived">Told each message: its tag, how often it was given out before, its bytes.</param>
internal sealed class QueueConsumer(IChannel channel, string queue, Action<string> gone, Action<ulong, long, byte[]> arrived)
    : AsyncDefaultBasicConsumer(channel)
{
    /// <inheritdoc/>
    public override Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        // The client takes its bytes back when this returns.
        arrived(deliveryTag, TimesOf(properties), body.ToArray());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        gone("the queue " + queue + " is gone");
        return base.HandleBasicCancelAsync(consumerTag, cancellationToken);
    }

    /// <summary>How often a quorum queue has given a message out before; 0 where it says nothing.</summary>
    private static long TimesOf(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue("x-delivery-count", out var count) == true && count is not null
            ? Convert.ToInt64(count, CultureInfo.InvariantCulture)
            : 0;
}
