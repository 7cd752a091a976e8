using System.CommandLine;
using Konon.Bytes;
using Konon.Intake;
using Konon.Queue;
using Microsoft.Extensions.Logging;

namespace Konon.Cli.Queueing;

/// <summary><c>konon worker</c>: reads what was sent to the queue.</summary>
internal sealed class WorkerCommand
{
    private readonly BrokerArguments _broker = new();
    private readonly LogArguments _log = new();
    private readonly InputArguments _reading = new();

    private readonly Option<string> _role = new("--role")
    {
        Description = "reader reads documents, assigner settles stories, both does both; of all assigners one is at work at a time",
        DefaultValueFactory = _ => "both",
    };

    private readonly Option<int> _prefetch = new("--prefetch")
    {
        Description = "How many messages of one queue to hold at a time",
        HelpName = "n",
        DefaultValueFactory = _ => QueueOptions.Default.Prefetch,
    };

    private WorkerCommand()
    {
        _role.AcceptOnlyFromAmong("reader", "assigner", "both");
        InputArguments.RequireOneOrMore(_prefetch);
    }

    public static Command New()
    {
        var arguments = new WorkerCommand();
        var command = new Command(
            "worker",
            "Reads what konon enqueue sent, as one of any number of workers, until it is told to end; SIGTERM ends what is in hand first.");
        arguments._broker.AddTo(command);
        command.Options.Add(arguments._reading.Jobs);
        command.Options.Add(arguments._reading.MaxTextSize);
        command.Options.Add(arguments._role);
        command.Options.Add(arguments._prefetch);
        arguments._log.AddTo(command);
        arguments._reading.Web.AddTo(command);
        command.SetAction(async (parsed, _) => await arguments.RunAsync(parsed));
        HelpWithExamples.Add(
            command,
            "konon worker --ledger \"Host=db;Database=konon\" --broker amqp://queue --jobs 2",
            "konon worker --role assigner --log json");
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        using var ending = Interruption.Take();
        using var loggers = _log.Of(parsed, LogLevel.Information);
        var log = loggers.CreateLogger("konon.worker");
        // Whoever starts machines in any order has workers that wait for the ledger, as they wait for the broker.
        using var store = await new LedgerPatience(log, TimeProvider.System).DoAsync(
            () => LedgerArguments.Open(parsed, create: true, BrokerArguments.LedgerPatience), null, ending.Token);
        InputArguments.TryReadSize(parsed.GetValue(_reading.MaxTextSize), out var size);
        var jobs = parsed.GetValue(_reading.Jobs);
        var input = new InputOptions([], ColumnMap.Default, size, jobs, 0, 1, _reading.Web.Of(parsed));
        using var inputs = new Inputs(input, _ => { });
        var role = parsed.GetValue(_role);
        var options = WorkerOptions.Default with { Jobs = jobs, Reads = role != "assigner", Settles = role != "reader" };
        var queue = _broker.QueueOf(parsed) with { Prefetch = parsed.GetValue(_prefetch) };
        await using var worker = new Worker(
            store, _broker.BrokerOf(parsed), queue, options, document => Read(inputs, document), log, TimeProvider.System);
        await worker.RunAsync(ending.Token);
        return ExitCode.AllRead;
    }

    private static ReadOutcome Read(Inputs inputs, Document document)
    {
        var outcome = inputs.Read(new CoverageItem(document, null));
        return new ReadOutcome(outcome.Reading, outcome.Refusal, outcome.Documents);
    }
}
