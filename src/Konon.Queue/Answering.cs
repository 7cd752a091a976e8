using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Konon.Queue;

/// <summary>Tells whoever asks how this worker is.</summary>
internal static class Answering
{
    /// <summary>Answers from now on, as long as the connection lasts.</summary>
    public static async Task BeginAsync(
        IConnection connection, QueueNames names, Func<WorkerReport> report, Action<string> gone, CancellationToken cancel)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            gone(reason.ReplyText);
            return Task.CompletedTask;
        };
        // A queue of this connection alone, which goes with it: nobody asks a worker that is gone.
        var own = await channel.QueueDeclareAsync(cancellationToken: cancel);
        await channel.QueueBindAsync(own.QueueName, names.Ask, "", cancellationToken: cancel);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, question) =>
        {
            if (question.BasicProperties.ReplyTo is not { Length: > 0 } to) return;
            var properties = new BasicProperties { CorrelationId = question.BasicProperties.CorrelationId };
            await channel.BasicPublishAsync("", to, mandatory: false, properties,
                JsonSerializer.SerializeToUtf8Bytes(report(), QueueJson.Options), cancel);
        };
        await channel.BasicConsumeAsync(own.QueueName, autoAck: true, consumer, cancel);
    }
}
