using System.CommandLine;
using System.Text.Json;
using Konon.Queue;
using Microsoft.Extensions.Logging;

namespace Konon.Cli.Queueing;

/// <summary><c>konon status</c>: how the queue and its workers are.</summary>
internal static class StatusCommand
{
    public static Command New(Terminal terminal)
    {
        var broker = new BrokerArguments();
        var log = new LogArguments();
        var format = new Option<string>("--format", "-f") { Description = "text, or json for programs", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("status",
            "How many documents wait and how long, who reads them, how fast, and what went wrong.") { format };
        broker.AddTo(command);
        log.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var loggers = log.Of(parsed, LogLevel.Warning);
            var reader = new StatusReader(broker.BrokerOf(parsed), broker.QueueOf(parsed), loggers.CreateLogger("konon.status"),
                TimeProvider.System);
            var status = await reader.ReadAsync(cancel);
            using var page = terminal.NewPage();
            if (parsed.GetValue(format) == "json") page.WriteLine(JsonSerializer.Serialize(status, QueueJson.Options));
            else StatusText.Write(status, page);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon status --broker amqp://queue", "konon status --format json");
        return command;
    }
}
