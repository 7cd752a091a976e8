using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Konon.Queue;

/// <summary>Sends messages until the broker has said that it has them; a lost connection is made anew, and what was not confirmed sent
/// again.</summary>
/// <remarks>Thread-safe. A message may arrive twice, never not at all.</remarks>
internal sealed class Outbox(BrokerLink link, string name, ILogger log, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Longer than queues take to choose another leader. A node that goes may take a confirm with it while the connection to another one stays.
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim _room = new(link.Options.Window);
    private readonly SemaphoreSlim _opening = new(1);
    private IConnection? _connection;
    private IChannel? _channel;
    private long _sent;

    /// <summary>How many messages were confirmed.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Connects once, for whoever would rather know at once that the address is wrong.</summary>
    /// <exception cref="BrokerException">It is not there.</exception>
    public async Task ConnectAsync(CancellationToken cancel)
    {
        _connection = await link.ConnectOnceAsync(name, cancel);
        _channel = await NewChannelAsync(_connection, cancel);
    }

    /// <summary>Sends a message; done when the broker has it.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    /// <exception cref="BrokerException">The broker does not let us in.</exception>
    public async Task SendAsync(OutMessage message, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        try
        {
            await DeliverAsync(message, cancel);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Closing.OfAsync(_connection);
        _room.Dispose();
        _opening.Dispose();
    }

    private async Task DeliverAsync(OutMessage message, CancellationToken cancel)
    {
        while (true)
        {
            var channel = await ChannelAsync(cancel);
            using var late = new CancellationTokenSource(ConfirmWithin, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
            try
            {
                var properties = new BasicProperties
                {
                    DeliveryMode = DeliveryModes.Persistent,
                    ContentType = "application/json",
                    MessageId = message.Id,
                    Headers = message.Headers,
                };
                await channel.BasicPublishAsync(message.Exchange, message.Key, mandatory: true, properties, message.Body, either.Token);
                Interlocked.Increment(ref _sent);
                return;
            }
            catch (Exception fault) when (!cancel.IsCancellationRequested && BrokerFaults.IsTransient(fault))
            {
                log.NotSent(message.Exchange, message.Id, BrokerFaults.WordsOf(fault));
                // Returned means that its queue is gone: a fresh connection declares all of them.
                if (fault is PublishException { IsReturn: true }) link.Doubt();
                // Refused, since the broker's end of a channel that was opened while a queue's leader was gone asks that one for ever (3.10).
                if (fault is PublishException || late.IsCancellationRequested) await LeaveAsync(channel);
                await Task.Delay(Pause, time, cancel);
            }
        }
    }

    // Another message may have led to a fresh connection meanwhile.
    private async ValueTask LeaveAsync(IChannel channel)
    {
        if (channel == _channel) await Closing.OfAsync(_connection);
    }

    private async ValueTask<IChannel> ChannelAsync(CancellationToken cancel)
    {
        if (_channel is { IsOpen: true } open) return open;
        await _opening.WaitAsync(cancel);
        try
        {
            if (_channel is { IsOpen: true } opened) return opened;
            await Closing.OfAsync(_connection);
            _connection = await link.ConnectAsync(name, cancel);
            return _channel = await NewChannelAsync(_connection, cancel);
        }
        finally
        {
            _opening.Release();
        }
    }

    private static Task<IChannel> NewChannelAsync(IConnection connection, CancellationToken cancel) => connection.CreateChannelAsync(
        new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: null),
        cancel);
}

/// <summary>A message to be sent.</summary>
/// <param name="Exchange">Where to; empty sends to the queue that <paramref name="Key"/> names.</param>
/// <param name="Key">What the exchange goes by.</param>
/// <param name="Id">A short name for logs and people.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Headers">What is said of it; null for nothing.</param>
internal sealed record OutMessage(
    string Exchange, string Key, string Id, ReadOnlyMemory<byte> Body, IDictionary<string, object?>? Headers = null);
