using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Konon.Queue;

/// <summary>A worker's time on one connection; when the connection goes, another session begins.</summary>
internal sealed class WorkerSession : IAsyncDisposable
{
    // Often enough that a newcomer soon has its share; each time asks the broker once.
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);
    private const int NotesHeld = 1000;

    private readonly IConnection _connection;
    private readonly BrokerLink _link;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource<string> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Intake? _documents;
    private Intake? _suspects;
    private PlaceInLine? _line;

    private WorkerSession(IConnection connection, BrokerLink link, ILogger log, TimeProvider time)
    {
        (_connection, _link, _log, _time) = (connection, link, log, time);
        connection.ConnectionShutdownAsync += (_, reason) =>
        {
            Go(reason.ReplyText);
            return Task.CompletedTask;
        };
    }

    /// <summary>The queues that it had messages of lately.</summary>
    public IReadOnlyList<string> Queues => _line?.Held ?? [];

    /// <summary>What it has in hand.</summary>
    public IEnumerable<Delivered> InHand => (_documents?.InHand ?? []).Concat(_suspects?.InHand ?? []);

    /// <summary>Connects, however long it takes.</summary>
    /// <exception cref="BrokerException">The broker does not let us in.</exception>
    public static async Task<WorkerSession> OpenAsync(BrokerLink link, string name, ILogger log, TimeProvider time,
        CancellationToken cancel) =>
        new(await link.ConnectAsync(name, cancel), link, log, time);

    /// <summary>Answers who asks how it is.</summary>
    public Task AnswerAsync(Func<WorkerReport> report, CancellationToken cancel) =>
        Answering.BeginAsync(_connection, _link.Names, report, Go, cancel);

    /// <summary>Takes documents.</summary>
    /// <param name="arrived">Told of each.</param>
    /// <param name="suspected">Told of each that is to be read alone.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task TakeDocumentsAsync(Action<Delivered> arrived, Action<Delivered> suspected, CancellationToken cancel)
    {
        _suspects = await Intake.OpenAsync(_connection, prefetch: 1, Go, cancel);
        await _suspects.ConsumeAsync(_link.Names.Suspects, suspected, cancel);
        _documents = await Intake.OpenAsync(_connection, _link.Options.Prefetch, Go, cancel);
        _line = new PlaceInLine(_documents, _link.Names, arrived, _log, _time);
        await _line.EnterAsync(cancel);
    }

    /// <summary>Stands by to settle stories.</summary>
    /// <param name="noted">Told of each note.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task TakeNotesAsync(Action<Delivered> noted, CancellationToken cancel)
    {
        var notes = await Intake.OpenAsync(_connection, NotesHeld, Go, cancel);
        await notes.ConsumeAsync(_link.Names.Stories, noted, cancel);
    }

    /// <summary>Goes on until the connection goes, or <paramref name="stop"/> asks to take no more.</summary>
    /// <returns>Why the connection went; null where it is still there.</returns>
    public async Task<string?> RunAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.WhenAny(_gone.Task, Task.Delay(Pulse, _time, stop));
            if (_gone.Task.IsCompleted) return await _gone.Task;
            try
            {
                if (!stop.IsCancellationRequested)
                {
                    if (_line is not null) await _line.ShareAsync(stop);
                    continue;
                }

                if (_line is not null) await _line.LeaveAsync(CancellationToken.None);
                return null;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Round once more, to leave the lines.
            }
            catch (Exception fault) when (BrokerFaults.IsTransient(fault))
            {
                return BrokerFaults.WordsOf(fault);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Closing.OfAsync(_connection);

    private void Go(string why) => _gone.TrySetResult(why);
}
