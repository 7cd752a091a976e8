using System.CommandLine;
using Konon.Store;
using Konon.Views.Exports;

namespace Konon.Cli;

/// <summary><c>konon export</c>: the ledger as a file that says the same wherever the same was read.</summary>
internal static class ExportCommand
{
    public static Command New(Terminal terminal)
    {
        var arguments = new ExportArguments();
        var command = new Command("export", "Writes what the articles say now, in an order and under names that are the same in every ledger.");
        arguments.AddTo(command);
        command.SetAction(parsed => Run(parsed, arguments, terminal));
        HelpWithExamples.Add(
            command,
            "konon export > ledger.jsonl",
            "konon export --format csv --table figures -o figures.csv",
            "konon export --format markdown --since 2025-03-01 -o dossier.md",
            "konon export --with-history -o everything.jsonl.gz");
        return command;
    }

    private static int Run(ParseResult parsed, ExportArguments arguments, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed);
        if (parsed.GetValue(arguments.Output) is not { } path)
        {
            Write(store, parsed, arguments, terminal.Output, terminal);
            terminal.Output.Flush();
            return ExitCode.AllRead;
        }

        try
        {
            // Under its own name only when it is whole: a reader never finds half of it.
            using var file = new OutputFile(path);
            Write(store, parsed, arguments, file.Stream, terminal);
            file.Commit();
            return ExitCode.AllRead;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"konon: {path}: {fault.Message}");
            return ExitCode.NothingRead;
        }
    }

    private static void Write(LedgerStore store, ParseResult parsed, ExportArguments arguments, Stream output, Terminal terminal)
    {
        var progress = new Progress(terminal);
        if (parsed.GetValue(arguments.WithHistory))
        {
            var withDocuments = !parsed.GetValue(arguments.WithoutDocuments);
            store.ExportHistory(output, withDocuments, lines => progress.Show(lines, "lines"));
        }
        else
        {
            long count = 0;
            using var writer = ExportWriter.New(arguments.OptionsOf(parsed), output);
            store.Export(arguments.FilterOf(parsed), article =>
            {
                writer.Add(article);
                progress.Show(++count, "articles");
            });
            writer.Finish();
        }

        progress.Hide();
    }
}
