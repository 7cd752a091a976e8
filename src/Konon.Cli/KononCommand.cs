using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Konon.Cli.Queueing;
using Konon.Queue;
using Konon.Store;
using Konon.Views;

namespace Konon.Cli;

/// <summary>The program: its commands, and what becomes of a wrong command line.</summary>
internal static class KononCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        Console.CancelKeyPress += Interruption.OnKey;
        try
        {
            var root = New(terminal);
            var parsed = root.Parse(args);
            if (parsed.Action is ParseErrorAction) return WrongUsage(parsed, terminal);
            var output = terminal.NewPage();
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output,
                Error = terminal.Error,
            });
            await output.FlushAsync();
            await terminal.Output.FlushAsync();
            return code;
        }
        catch (Exception fault) when (fault is LedgerException or BrokerException)
        {
            terminal.Error.WriteLine("konon: " + PlainText.OneLine(fault.Message));
            return ExitCode.NothingRead;
        }
        catch (IOException fault) when (Terminal.ReaderIsGone(fault))
        {
            // Whoever read has enough, and nothing is wrong.
            return ExitCode.AllRead;
        }
        catch (IOException fault)
        {
            terminal.Error.WriteLine("konon: standard output: " + fault.Message);
            return ExitCode.NothingRead;
        }
    }

    private static RootCommand New(Terminal terminal)
    {
        var root = new RootCommand("Reads news coverage and prints who said what, when, through whom, with which figures.")
        {
            BriefCommand.New(terminal),
            ExtractCommand.New(terminal),
            ExplainCommand.New(terminal),
            AddCommand.New(terminal),
            SearchCommand.New(terminal),
            ClaimsCommand.New(terminal),
            FiguresCommand.New(terminal),
            SpeakersCommand.New(terminal),
            StoriesCommand.New(terminal),
            StoryCommand.New(terminal),
            StoryViewCommands.Lineage(terminal),
            StoryViewCommands.Positions(terminal),
            StoryViewCommands.Conflicts(terminal),
            ShowCommand.New(terminal),
            ExportCommand.New(terminal),
            ImportCommand.New(terminal),
            VerifyCommand.New(terminal),
            BackupCommand.New(terminal),
            LedgerCommand.New(terminal),
            DiffCommand.New(terminal),
            VersionsCommand.New(terminal),
            ReviewCommand.New(terminal),
            RereadCommand.New(terminal),
            ForgetCommand.New(terminal),
            PullCommand.New(terminal),
            WatchCommand.New(terminal),
            FeedsCommand.New(terminal),
            ServeCommand.New(terminal),
            EnqueueCommand.New(terminal),
            WorkerCommand.New(),
            StatusCommand.New(terminal),
            DeadCommand.New(terminal),
            TokenCommand.New(terminal),
            McpCommand.New(),
            AlertsCommand.New(terminal),
        };
        root.Options.Add(LedgerArguments.Ledger);
        root.Options.Add(LedgerArguments.Documents);
        foreach (var option in root.Options.OfType<HelpOption>()) option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return root;
    }

    private static int WrongUsage(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors) terminal.Error.WriteLine("konon: " + error.Message);
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "konon" : "konon " + command.Name;
        terminal.Error.WriteLine($"Try '{name} --help'.");
        return ExitCode.WrongUsage;
    }
}
