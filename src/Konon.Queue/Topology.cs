using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Konon.Queue;

/// <summary>The exchanges and queues that there must be; declaring them again changes nothing.</summary>
internal static class Topology
{
    private const int NotFound = 404;

    /// <summary>Whether they are there: the one that is declared last is. Costs the channel where it is not.</summary>
    public static async Task<bool> IsThereAsync(IChannel channel, QueueOptions options, CancellationToken cancel)
    {
        try
        {
            await channel.QueueDeclarePassiveAsync(new QueueNames(options).Workers, cancel);
            return true;
        }
        catch (OperationInterruptedException fault) when (fault.ShutdownReason?.ReplyCode == NotFound)
        {
            return false;
        }
    }

    /// <summary>Declares all of them.</summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.OperationInterruptedException">They are there and other than these.</exception>
    public static async Task DeclareAsync(IChannel channel, QueueOptions options, CancellationToken cancel)
    {
        var names = new QueueNames(options);
        await channel.ExchangeDeclareAsync(names.Documents, "x-consistent-hash", durable: true, cancellationToken: cancel);
        await channel.ExchangeDeclareAsync(names.Dead, ExchangeType.Fanout, durable: true, cancellationToken: cancel);
        await channel.ExchangeDeclareAsync(names.Ask, ExchangeType.Fanout, durable: true, cancellationToken: cancel);
        foreach (var shard in names.Shards)
        {
            await QueueAsync(channel, shard, cancel, ("x-single-active-consumer", true));
            // The key is the queue's weight: each takes as many addresses as any other.
            await channel.QueueBindAsync(shard, names.Documents, "1", cancellationToken: cancel);
        }

        await QueueAsync(
            channel,
            names.Suspects,
            cancel,
            ("x-delivery-limit", options.Tries),
            ("x-dead-letter-exchange", names.Dead),
            // What dies is not lost on the way to the dead when a node goes; this wants the other.
            ("x-dead-letter-strategy", "at-least-once"),
            ("x-overflow", "reject-publish"));
        await QueueAsync(channel, names.Dead, cancel);
        await channel.QueueBindAsync(names.Dead, names.Dead, "", cancellationToken: cancel);
        await QueueAsync(channel, names.Stories, cancel, ("x-single-active-consumer", true));
        await QueueAsync(channel, names.Workers, cancel);
    }

    private static Task<QueueDeclareOk> QueueAsync(IChannel channel, string name, CancellationToken cancel,
        params (string Key, object Value)[] further)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-queue-type"] = "quorum",
            ["x-queue-leader-locator"] = "balanced",
        };
        foreach (var (key, value) in further) arguments[key] = value;
        return channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancel);
    }
}
