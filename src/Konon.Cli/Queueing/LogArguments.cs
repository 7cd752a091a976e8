using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Konon.Cli.Queueing;

/// <summary>How a command that runs for long says what happens: lines for people, or JSON for programs; on standard error.</summary>
internal sealed class LogArguments
{
    private readonly Option<string> _log = new("--log")
    {
        Description = "How to say what happens, on standard error: text, or json for programs",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Say everything that happens" };

    public LogArguments() => _log.AcceptOnlyFromAmong("text", "json");

    public void AddTo(Command command)
    {
        command.Options.Add(_log);
        command.Options.Add(_verbose);
    }

    /// <summary>Makes the loggers; the least that is said is a warning unless <paramref name="says"/> says more.</summary>
    public ILoggerFactory Of(ParseResult parsed, LogLevel says) => LoggerFactory.Create(logging =>
    {
        var isJson = parsed.GetValue(_log) == "json";
        // Programs sort for themselves; people are told of batches, and of single articles when they ask.
        logging.SetMinimumLevel(parsed.GetValue(_verbose) || isJson ? LogLevel.Debug : says);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (isJson)
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
            return;
        }

        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
    });
}
