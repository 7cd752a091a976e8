using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Konon.Queue;

/// <summary>Asks the broker and all workers how they are. Thread-safe; each asking takes up to a second and a connection of its
/// own.</summary>
public sealed class StatusReader(BrokerAddress broker, QueueOptions options, ILogger log, TimeProvider time)
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks.</summary>
    /// <exception cref="BrokerException">The broker is not there.</exception>
    public async Task<QueueStatus> ReadAsync(CancellationToken cancel)
    {
        var link = new BrokerLink(broker, options, log, time);
        var connection = await link.ConnectOnceAsync("konon status", cancel);
        try
        {
            return await ReadAsync(connection, link.Names, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && BrokerFaults.IsTransient(fault))
        {
            throw new BrokerException(broker.ToString(), fault);
        }
        finally
        {
            await Closing.OfAsync(connection);
        }
    }

    private async Task<QueueStatus> ReadAsync(IConnection connection, QueueNames names, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        var known = (await channel.QueueDeclarePassiveAsync(names.Workers, cancel)).ConsumerCount;
        var workers = await AskAsync(channel, names, known, cancel);
        var waiting = 0L;
        DateTimeOffset? oldest = workers.Select(worker => worker.Oldest).Min();
        foreach (var shard in names.Shards)
        {
            var state = await channel.QueueDeclarePassiveAsync(shard, cancel);
            waiting += state.MessageCount;
            // What a worker has in hand is older than what waits behind it; where nobody is at work, the first that waits is the oldest.
            if (state is { ConsumerCount: 0, MessageCount: > 0 } && await FirstAsync(connection, shard, cancel) is { } first
                && !(oldest <= first)) oldest = first;
        }

        var now = time.GetUtcNow();
        return new QueueStatus
        {
            At = now,
            Broker = broker.ToString(),
            Waiting = waiting,
            InHand = workers.Sum(worker => worker.InHand),
            Suspects = await CountAsync(channel, names.Suspects, cancel),
            Dead = await CountAsync(channel, names.Dead, cancel),
            Notes = await CountAsync(channel, names.Stories, cancel),
            OldestSeconds = oldest is { } sent ? Math.Max(0, (now - sent).TotalSeconds) : null,
            Workers = workers,
            WorkersKnown = Math.Max(known, workers.Count),
            Stages = [.. workers.SelectMany(worker => worker.Stages).GroupBy(stage => stage.Name).Select(Sum)],
        };
    }

    private static async Task<long> CountAsync(IChannel channel, string queue, CancellationToken cancel) =>
        (await channel.QueueDeclarePassiveAsync(queue, cancel)).MessageCount;

    private static StageReport Sum(IGrouping<string, StageReport> stages) => new(
        stages.Key,
        stages.Sum(stage => stage.Done),
        stages.Sum(stage => stage.Errors),
        stages.Sum(stage => stage.PerSecond),
        stages.Sum(stage => stage.Seconds));

    private static async Task<IReadOnlyList<WorkerReport>> AskAsync(IChannel channel, QueueNames names, long known,
        CancellationToken cancel)
    {
        var answers = new ConcurrentQueue<WorkerReport>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, answer) =>
        {
            if (JsonSerializer.Deserialize<WorkerReport>(answer.Body.Span, QueueJson.Options) is { } report) answers.Enqueue(report);
            return Task.CompletedTask;
        };
        const string Replies = "amq.rabbitmq.reply-to";
        await channel.BasicConsumeAsync(Replies, autoAck: true, consumer, cancel);
        await channel.BasicPublishAsync(names.Ask, "", mandatory: false, new BasicProperties { ReplyTo = Replies }, default, cancel);
        // Those that only settle stories are not among the known; they answer as fast as the others.
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < LongestAnswer && (answers.Count < known || watch.Elapsed < Glance * 10)) await Task.Delay(Glance, cancel);
        return [.. answers.OrderBy(report => report.Name, StringComparer.Ordinal)];
    }

    // Taken and put back. Such a queue gives to its first consumer alone; where there is none, this is it for a moment.
    private static async Task<DateTimeOffset?> FirstAsync(IConnection connection, string shard, CancellationToken cancel)
    {
        var first = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        await channel.BasicQosAsync(0, 1, global: false, cancel);
        await channel.BasicConsumeAsync(
            shard, autoAck: false, new QueueConsumer(channel, shard, _ => { }, (_, _, body) => first.TrySetResult(body)), cancel);
        await Task.WhenAny(first.Task, Task.Delay(LongestAnswer, cancel));
        await channel.CloseAsync(cancel);
        return first.Task.IsCompletedSuccessfully ? SentAt(await first.Task) : null;
    }

    private static DateTimeOffset? SentAt(ReadOnlyMemory<byte> body)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(DocumentMessage.Parse(body).SentAt);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
