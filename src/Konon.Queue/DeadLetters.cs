using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>The messages that could not be done: lists them, sends them again, drops them.</summary>
/// <remarks>
/// Each walk takes them one by one and lets go of those that stay, which keep their order; two who walk at one time each see a part.
/// </remarks>
public sealed class DeadLetters : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly BrokerLink _link;
    private readonly Outbox _outbox;

    private DeadLetters(IConnection connection, BrokerLink link, Outbox outbox) =>
        (_connection, _link, _outbox) = (connection, link, outbox);

    /// <summary>Opens them.</summary>
    /// <exception cref="BrokerException">The broker is not there.</exception>
    public static async Task<DeadLetters> OpenAsync(
        BrokerAddress broker, QueueOptions options, ILogger log, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(broker);
        ArgumentNullException.ThrowIfNull(options);
        var link = new BrokerLink(broker, options, log, time);
        return new DeadLetters(await link.ConnectOnceAsync("konon dead", cancel), link, new Outbox(link, "konon dead out", log, time));
    }

    /// <summary>Lists them, the oldest first; one that died twice is listed once.</summary>
    /// <param name="limit">How many at most, from 1.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var found = new List<DeadLetter>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await WalkAsync(
            letter =>
            {
                if (seen.Add(letter.Id)) found.Add(letter);
                return Task.FromResult(false);
            },
            () => found.Count < limit,
            cancel);
        return found;
    }

    /// <summary>Sends those again that are chosen, to be read as if they had just come.</summary>
    /// <returns>How many; what is no message of Konon stays.</returns>
    public Task<int> RetryAsync(Func<DeadLetter, bool> chosen, CancellationToken cancel) => TakeAsync(
        letter => letter.Message is not null && chosen(letter),
        // The address is in the label; spread by digest it is read all the same, since no effect depends on who reads.
        letter => _outbox.SendAsync(new OutMessage(_link.Names.Documents, letter.Message!.Sha256, letter.Id, letter.Body), cancel),
        cancel);

    /// <summary>Drops those that are chosen.</summary>
    /// <returns>How many.</returns>
    public Task<int> DropAsync(Func<DeadLetter, bool> chosen, CancellationToken cancel) =>
        TakeAsync(chosen, _ => Task.CompletedTask, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Closing.OfAsync(_connection);
        await _outbox.DisposeAsync();
    }

    private async Task<int> TakeAsync(Func<DeadLetter, bool> chosen, Func<DeadLetter, Task> act, CancellationToken cancel)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await WalkAsync(
            async letter =>
            {
                if (!chosen(letter)) return false;
                if (taken.Add(letter.Id)) await act(letter);
                return true;
            },
            () => true,
            cancel);
        return taken.Count;
    }

    /// <summary>Goes through what is there now; what comes meanwhile is another walk's.</summary>
    private async Task WalkAsync(Func<DeadLetter, Task<bool>> isDone, Func<bool> goOn, CancellationToken cancel)
    {
        var channel = await _connection.CreateChannelAsync(cancellationToken: cancel);
        var count = (await channel.QueueDeclarePassiveAsync(_link.Names.Dead, cancel)).MessageCount;
        for (var i = 0u; i < count && goOn(); i++)
        {
            if (await channel.BasicGetAsync(_link.Names.Dead, autoAck: false, cancel) is not { } got) break;
            var letter = DeadLetter.Of(got.Body.ToArray(), got.BasicProperties.Headers);
            if (await isDone(letter)) await channel.BasicAckAsync(got.DeliveryTag, multiple: false, cancel);
        }

        // What was not acknowledged goes back to where it stood.
        await channel.CloseAsync(cancel);
    }
}
