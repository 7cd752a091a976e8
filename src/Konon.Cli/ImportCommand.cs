using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon import FILE</c>: a ledger out of a history.</summary>
internal static class ImportCommand
{
    public static Command New(Terminal terminal)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "What konon export --with-history wrote, gzipped or not; - for standard input",
        };
        var command = new Command("import", "Puts a history back into a ledger, all of it or nothing; a second time adds nothing.") { file };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(file)!, terminal));
        HelpWithExamples.Add(command, "konon import everything.jsonl.gz --ledger restored.db");
        return command;
    }

    private static int Run(ParseResult parsed, string path, Terminal terminal)
    {
        try
        {
            // Before the ledger: a mistyped name must leave no empty one behind.
            using var input = Open(path);
            using var store = LedgerArguments.Open(parsed, create: true);
            var progress = new Progress(terminal);
            var counts = store.Import(input, lines => progress.Show(lines, "lines"));
            progress.Hide();
            using var page = terminal.NewPage();
            page.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{counts.Rows} rows, {counts.Added} of them new, {counts.Documents} documents kept"));
            if (counts.Missing == 0) return ExitCode.AllRead;
            terminal.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"konon: {counts.Missing} documents are not in {path}; copy them to {store.Documents.Place}"));
            return ExitCode.SomeRefused;
        }
        catch (Exception fault) when (IsInputs(fault))
        {
            terminal.Error.WriteLine($"konon: {PlainText.OneLine(path)}: {PlainText.OneLine(fault.Message)}; nothing was added");
            return ExitCode.NothingRead;
        }
    }

    private static bool IsInputs(Exception fault) =>
        fault is InvalidDataException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException;

    private static Stream Open(string path)
    {
        if (path == "-") return Console.OpenStandardInput();
        var file = new BufferedStream(File.OpenRead(path), 1 << 16);
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
