using System.CommandLine;
using System.Globalization;

namespace Konon.Cli;

/// <summary><c>konon backup DEST</c>: a whole copy, while others write.</summary>
internal static class BackupCommand
{
    public static Command New(Terminal terminal)
    {
        var destination = new Argument<string>("DEST")
        {
            Description = "The file of the copy; its documents lie beside it, in a folder of its name with .files",
        };
        var command = new Command("backup", "Copies the ledger as it is at one moment; again, only what is new. What was forgotten goes there, too.")
        {
            destination,
        };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(destination)!, terminal));
        HelpWithExamples.Add(command, "konon backup copy.db", "konon backup --ledger konon.db elsewhere.db");
        return command;
    }

    private static int Run(ParseResult parsed, string destination, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed);
        var progress = new Progress(terminal);
        var counts = store.BackUp(destination, copied => progress.Show(copied, "documents copied"));
        progress.Hide();
        using var page = terminal.NewPage();
        page.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{store.Count().Articles} articles; {counts.Copied} documents copied, {counts.Erased} erased"));
        if (counts.Missing == 0) return ExitCode.AllRead;
        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"konon: {counts.Missing} documents are not where they should be; konon verify says which"));
        return ExitCode.SomeRefused;
    }
}
