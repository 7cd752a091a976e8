using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>Makes connections, waiting for a broker that is not there, and the queues on them.</summary>
internal sealed class BrokerLink(BrokerAddress address, QueueOptions options, ILogger log, TimeProvider time)
{
    // As often as a person who brings the broker back expects; rarer would add to an outage, more often fill the log.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    // Whether a queue was found missing, so that one that is there says nothing about the others.
    private volatile bool _isDoubtful;

    /// <summary>The queue's knobs.</summary>
    public QueueOptions Options => options;

    /// <summary>The names of its parts.</summary>
    public QueueNames Names { get; } = new(options);

    /// <summary>Has all queues declared again with the next connection.</summary>
    public void Doubt() => _isDoubtful = true;

    /// <summary>Connects once.</summary>
    /// <exception cref="BrokerException">The broker is not there, or does not let us in.</exception>
    public async Task<IConnection> ConnectOnceAsync(string name, CancellationToken cancel)
    {
        try
        {
            return await OpenAsync(name, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && IsBrokers(fault))
        {
            throw new BrokerException(address.ToString(), fault);
        }
    }

    /// <summary>Connects, however long it takes.</summary>
    /// <exception cref="BrokerException">The broker does not let us in, or has queues of these names that are other than ours.</exception>
    public async Task<IConnection> ConnectAsync(string name, CancellationToken cancel)
    {
        try
        {
            return await Again(cancel).ExecuteAsync(async token => await OpenAsync(name, token), cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && IsBrokers(fault))
        {
            throw new BrokerException(address.ToString(), fault);
        }
    }

    private async Task<IConnection> OpenAsync(string name, CancellationToken cancel)
    {
        var connection = await address.ConnectAsync(name, cancel);
        try
        {
            if (!await IsDeclaredAsync(connection, cancel)) await DeclareAsync(connection, cancel);
            return connection;
        }
        catch
        {
            await Closing.OfAsync(connection);
            throw;
        }
    }

    private async Task<bool> IsDeclaredAsync(IConnection connection, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        return !_isDoubtful && await Topology.IsThereAsync(channel, options, cancel);
    }

    private async Task DeclareAsync(IConnection connection, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        await Topology.DeclareAsync(channel, options, cancel);
        _isDoubtful = false;
    }

    private static bool IsBrokers(Exception fault) => BrokerFaults.IsTransient(fault)
        || fault is RabbitMQ.Client.Exceptions.RabbitMQClientException;

    private ResiliencePipeline Again(CancellationToken cancel) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(
                !cancel.IsCancellationRequested && arguments.Outcome.Exception is { } fault && BrokerFaults.IsTransient(fault)),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            UseJitter = true,
            OnRetry = arguments =>
            {
                log.BrokerUnreachable(address.ToString(), BrokerFaults.WordsOf(arguments.Outcome.Exception!));
                return ValueTask.CompletedTask;
            },
        })
        .Build();
}
