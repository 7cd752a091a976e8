using Dapper;
using Konon.Queue;
using Konon.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>A ledger in PostgreSQL, queues of a name of its own, and a folder of coverage for one test.</summary>
internal sealed class QueueDesk : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Desk _desk = new();
    private readonly List<WorkerProcess> _workers = [];

    private QueueDesk(string broker, string name, string ledger) =>
        (Broker, Options, Ledger) = (broker, QueueOptions.Default with { Name = name }, ledger);

    public string Broker { get; }

    public QueueOptions Options { get; }

    public string Ledger { get; }

    public string Folder => _desk.Folder;

    /// <summary>The folder that all share for kept documents; null for the server's rows.</summary>
    public string? Documents { get; init; }

    /// <summary>The broker's address as the library takes it.</summary>
    public BrokerAddress Address => BrokerAddress.TryParse(Broker, out var address) ? address! : throw new InvalidOperationException();

    /// <summary>The queue as people are told of it.</summary>
    public StatusReader Status => new(Address, Options, NullLogger.Instance, TimeProvider.System);

    /// <summary>Lays a desk, or skips the test where the servers are not installed.</summary>
    /// <param name="broker">The cluster.</param>
    /// <param name="server">The database server.</param>
    /// <param name="brokerPort">Another way to the broker, such as a wire; null for its own ports.</param>
    /// <param name="databasePort">Another way to the database; null for its own port.</param>
    /// <param name="documents">The folder of kept documents; null for the server's rows.</param>
    public static async Task<QueueDesk> LayAsync(
        Broker broker, DatabaseServer server, int? brokerPort = null, int? databasePort = null, string? documents = null)
    {
        Assert.SkipUnless(Services.AreHere(), "RabbitMQ or PostgreSQL is not installed here.");
        var address = brokerPort is { } port
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"amqp://127.0.0.1:{port}") : broker.Address;
        return new QueueDesk(address, broker.NewName(), await server.NewDatabaseAsync(databasePort)) { Documents = documents };
    }

    public string Write(string name, string text) => _desk.Write(name, text);

    /// <summary>Runs a command of the queue to its end.</summary>
    public Run Run(string command, params IEnumerable<string> arguments) =>
        _desk.Run([.. command.Split(' '), .. Where(command), .. arguments]);

    /// <summary>Runs a command that kills itself when it comes to a point; whether it came there.</summary>
    public bool RunTo(string point, string command, params IEnumerable<string> arguments)
    {
        var (name, times) = (point.Split(':')[0], int.Parse(point.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        return Killing.At(name, times, Folder, [command, .. Where(command), .. arguments]);
    }

    /// <summary>Starts one.</summary>
    public WorkerProcess Start(string command, params IEnumerable<string> arguments)
    {
        var worker = new WorkerProcess(Folder, [.. command.Split(' '), .. Where(command), .. arguments]);
        _workers.Add(worker);
        return worker;
    }

    public LedgerStore Open() =>
        LedgerStore.Open(Ledger, TimeProvider.System, LedgerOptions.Default with { Create = true, Documents = Documents });

    /// <summary>Waits until so many documents are kept, and not one more.</summary>
    public async Task KeptAsync(long count, CancellationToken cancel)
    {
        using var store = Open();
        var kept = 0L;
        await Services.UntilAsync(
            () => Task.FromResult((kept = Seen(store)) >= count),
            Patience,
            () => $"{kept} of {count} are kept: {Words}",
            cancel);
        Assert.Equal(count, kept);
    }

    /// <summary>Compares with what one process keeps that adds the same, in a file.</summary>
    public void IsAsAlone(params IEnumerable<string> inputs)
    {
        using var alone = LedgerStore.Open(Path.Combine(Folder, "alone.db"), TimeProvider.System,
            LedgerOptions.Default with { Create = true });
        Ledgers.Add(alone, Folder, inputs);
        using var spread = Open();
        var (one, other) = (Ledgers.Canonical(alone), Ledgers.Canonical(spread));
        Assert.True(one.Length > 0);
        // Said in a word where they differ: nobody reads a hundred thousand lines.
        Assert.True(one == other, $"another ledger than that of one process: {Difference(one, other)}");
        Assert.Equal(Ledgers.Stories(alone), Ledgers.Stories(spread));
        Assert.Empty(Ledgers.Faults(spread));
    }

    /// <summary>Sends documents of the desk's folder, within this process.</summary>
    public async Task SendAsync(string name, CancellationToken cancel)
    {
        using var store = Open();
        var run = store.BeginRun("add", name);
        await using var sender = new DocumentSender(store, run, Address, Options, NullLogger.Instance, TimeProvider.System);
        var messages = Ledgers.Documents(Folder, name).Select(document =>
            (sender.Keep(document), DocumentMessage.KeyOf(document))).ToList();
        await sender.SendAsync(messages, cancel);
        await sender.FlushAsync().WaitAsync(Patience, TimeProvider.System, cancel);
        store.EndRun(run);
    }

    /// <summary>What the workers said last.</summary>
    public string Words => string.Join('\n', _workers.SelectMany(worker => worker.Words.TakeLast(8)));

    public void Dispose()
    {
        foreach (var worker in _workers) worker.Dispose();
        _desk.Dispose();
    }

    /// <summary>How many documents were seen at how many inputs; 0 while the database is away.</summary>
    /// <remarks>Whoever is killed behind the end of a run begins another one, which sees everything once more.</remarks>
    public static long Seen(LedgerStore store)
    {
        try
        {
            return store.Use(connection => connection.ExecuteScalar<long>(
                "SELECT COUNT(*) FROM (SELECT DISTINCT input, document_id FROM sightings) AS seen"));
        }
        catch (LedgerException)
        {
            return 0;
        }
    }

    private string[] Where(string command)
    {
        string[] queue = ["--broker", Broker, "--queue", Options.Name];
        string[] documents = Documents is null ? [] : ["--documents", Documents];
        return command is "enqueue" or "worker" ? [.. queue, "--ledger", Ledger, .. documents] : queue;
    }

    private static string Difference(string one, string other)
    {
        var (left, right) = (one.Split('\n'), other.Split('\n'));
        return $"{left.Length} and {right.Length} lines; only alone: {string.Join(' ', left.Except(right).Take(2))}; "
            + $"only spread: {string.Join(' ', right.Except(left).Take(2))}";
    }
}
