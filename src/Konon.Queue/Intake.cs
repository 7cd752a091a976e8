using System.Collections.Concurrent;
using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>One channel on which messages come; each is acknowledged when its effect is kept.</summary>
internal sealed class Intake
{
    private readonly IChannel _channel;
    private readonly Action<string> _gone;
    private readonly ConcurrentDictionary<ulong, Delivered> _inHand = new();

    private Intake(IChannel channel, Action<string> gone) => (_channel, _gone) = (channel, gone);

    /// <summary>Whether messages come, and can be acknowledged.</summary>
    public bool IsOpen => _channel.IsOpen;

    /// <summary>What was given out here and is not done yet.</summary>
    public ICollection<Delivered> InHand => _inHand.Values;

    /// <summary>Opens a channel.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="prefetch">The most messages that each consumer holds.</param>
    /// <param name="gone">Told when the channel or a queue of it goes.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static async Task<Intake> OpenAsync(IConnection connection, int prefetch, Action<string> gone, CancellationToken cancel)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        await channel.BasicQosAsync(0, (ushort)Math.Clamp(prefetch, 1, ushort.MaxValue), global: false, cancel);
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            gone(reason.ReplyText);
            return Task.CompletedTask;
        };
        return new Intake(channel, gone);
    }

    /// <summary>Consumes a queue.</summary>
    /// <returns>The consumer's name, for <see cref="CancelAsync"/>.</returns>
    public Task<string> ConsumeAsync(string queue, Action<Delivered> arrived, CancellationToken cancel)
    {
        var consumer = new QueueConsumer(_channel, queue, _gone, (tag, times, body) =>
        {
            var delivered = new Delivered(this, tag, queue, times, body);
            _inHand[tag] = delivered;
            arrived(delivered);
        });
        return _channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancel);
    }

    /// <summary>Ends a consumer; what it has in hand can still be acknowledged.</summary>
    public Task CancelAsync(string consumer, CancellationToken cancel) => _channel.BasicCancelAsync(consumer, noWait: false, cancel);

    /// <summary>Says that a message is done with; where the channel is gone, the broker gives it to another, which finds it done.</summary>
    public async Task AckAsync(Delivered message)
    {
        _inHand.TryRemove(message.Tag, out _);
        if (!_channel.IsOpen) return;
        try
        {
            await _channel.BasicAckAsync(message.Tag, multiple: false);
        }
        catch (Exception fault) when (BrokerFaults.IsTransient(fault))
        {
            // It went in this moment.
        }
    }

    /// <summary>How many consumers a queue has; also a sign that the channel still works.</summary>
    public async Task<long> ConsumersOfAsync(string queue, CancellationToken cancel) =>
        (await _channel.QueueDeclarePassiveAsync(queue, cancel)).ConsumerCount;
}
