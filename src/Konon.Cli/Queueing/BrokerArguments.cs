using System.CommandLine;
using Konon.Queue;
using Microsoft.Extensions.Logging.Abstractions;

namespace Konon.Cli.Queueing;

/// <summary>Which broker and which queue a command works with.</summary>
internal sealed class BrokerArguments
{
    // So that a password need not stand on a command line, which every user of the machine can see.
    private const string Variable = "KONON_BROKER";

    /// <summary>
    /// For how long the ledger itself waits for a server that is away, also when it is opened; whoever works on the queue then waits on
    /// by itself, and says so.
    /// </summary>
    public static TimeSpan LedgerPatience { get; } = TimeSpan.FromSeconds(5);

    private readonly Option<string> _broker = new("--broker")
    {
        Description = $"Where RabbitMQ is, also several nodes parted by commas; else what {Variable} says",
        HelpName = "amqp://name:password@host:port/vhost",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) ?? "amqp://localhost",
    };

    private readonly Option<string> _queue = new("--queue")
    {
        Description = "What the names of its queues begin with; another for each ledger of one broker",
        HelpName = "name",
        DefaultValueFactory = _ => QueueOptions.Default.Name,
    };

    public BrokerArguments()
    {
        _broker.Validators.Add(result =>
        {
            // The address may hold a password, so that it is not said again.
            if (!BrokerAddress.TryParse(result.GetValueOrDefault<string>(),
                out _)) result.AddError("--broker: an address such as amqp://localhost:5672");
        });
        _queue.Validators.Add(result =>
        {
            var name = result.GetValueOrDefault<string>();
            if (name.Length is 0 or > 60 || !name.All(letter => char.IsAsciiLetterOrDigit(letter)
                || letter is '-' or '_')) result.AddError("--queue: letters, digits, - and _");
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_broker);
        command.Options.Add(_queue);
    }

    public BrokerAddress BrokerOf(ParseResult parsed) => BrokerAddress.TryParse(parsed.GetValue(_broker), out var address) ? address!
        : throw new InvalidOperationException();

    public QueueOptions QueueOf(ParseResult parsed) => QueueOptions.Default with { Name = parsed.GetValue(_queue)! };

    /// <summary>The queue to be watched; null where the user named no broker, here or by the variable.</summary>
    public StatusReader? WatchedBy(ParseResult parsed) =>
        parsed.GetResult(_broker) is { Implicit: false } || Environment.GetEnvironmentVariable(Variable) is not null
            ? new StatusReader(BrokerOf(parsed), QueueOf(parsed), NullLogger.Instance, TimeProvider.System)
            : null;
}
