using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Queue;
using Microsoft.Extensions.Logging;

namespace Konon.Cli.Queueing;

/// <summary><c>konon enqueue PATH…</c>: keeps coverage and leaves the reading of it to workers.</summary>
internal static class EnqueueCommand
{
    public static Command New(Terminal terminal)
    {
        var inputs = new InputArguments();
        var broker = new BrokerArguments();
        var log = new LogArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: one line on what was sent; json: the same counts for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("enqueue",
            "Keeps coverage and sends it to the queue, for konon worker to read. What is known is only noted as seen again.");
        inputs.AddTo(command);
        broker.AddTo(command);
        log.AddTo(command);
        command.Options.Add(format);
        command.SetAction(async (parsed, _) =>
        {
            using var loggers = log.Of(parsed, LogLevel.Warning);
            return await RunAsync(parsed, inputs.Of(parsed), broker, parsed.GetValue(format)!, loggers.CreateLogger("konon.enqueue"),
                terminal);
        });
        HelpWithExamples.Add(
            command,
            "konon enqueue --ledger \"Host=db;Database=konon\" --broker amqp://queue coverage/",
            "konon enqueue https://outlet.example/feed.xml news.warc.gz");
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, InputOptions options, BrokerArguments broker, string format, ILogger log, Terminal terminal)
    {
        using var ending = Interruption.Take();
        using var store = LedgerArguments.Open(parsed, create: true, BrokerArguments.LedgerPatience);
        var report = new RunReport(terminal) { ProgressWithOutput = true };
        store.FinishForgetting();
        options = options with { Paths = [.. AddCommand.Allowed(options.Paths, store.Forgotten(), report)] };
        using var inputs = new Inputs(options, report.WaitFor);
        // The same run as that of konon add over the same inputs: either goes on where the other was stopped.
        var run = store.BeginRun("add", AddCommand.ArgumentsOf(options));
        if (run.IsResumed) terminal.Error.WriteLine(AddCommand.Resuming(run));
        await using var sender = new DocumentSender(store, run, broker.BrokerOf(parsed), broker.QueueOf(parsed), log, TimeProvider.System);
        using var lookup = new SteadyLookup(store, run, log, TimeProvider.System);
        var enqueuing = new Enqueuing(inputs, sender, lookup, options.Jobs);
        try
        {
            await sender.ConnectAsync(ending.Token);
            await enqueuing.RunAsync(report, ending.Token);
        }
        catch (OperationCanceledException) when (ending.Token.IsCancellationRequested)
        {
            report.HideProgress();
            terminal.Error.WriteLine("konon: stopped; the same command goes on");
            return ExitCode.Interrupted;
        }

        store.EndRun(run);
        Print(sender.Sent, enqueuing.Known, report, format, terminal);
        return report.Code;
    }

    private static void Print(long sent, int known, RunReport report, string format, Terminal terminal)
    {
        using var page = terminal.NewPage();
        if (format == "text")
        {
            page.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{sent} sent, {known} seen before, {report.Refused.Count} refused"));
            return;
        }

        page.Flush();
        using var json = new Utf8JsonWriter(terminal.Output);
        json.WriteStartObject();
        json.WriteNumber("read", report.Read);
        json.WriteNumber("sent", sent);
        json.WriteNumber("known", known);
        json.WriteNumber("refused", report.Refused.Count);
        json.WriteEndObject();
        json.Flush();
        terminal.Output.WriteByte((byte)'\n');
    }
}
