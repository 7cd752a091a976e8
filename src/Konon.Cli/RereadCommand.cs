using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Store;

namespace Konon.Cli;

/// <summary><c>konon reread</c>: reads kept documents again that only older versions of Konon have read.</summary>
internal static class RereadCommand
{
    // As many as one commit holds; whoever stops the run loses no more.
    private const int Batch = 128;

    public static Command New(Terminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "Read again, too, what this version has read" };
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "How many documents to read at a time",
            HelpName = "n",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        InputArguments.RequireOneOrMore(jobs);
        var format = new Option<string>("--format", "-f") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "reread",
            "Reads kept documents again that only older versions of Konon have read. Their readings stay; a stopped run goes on where it was.");
        command.Options.Add(all);
        command.Options.Add(jobs);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var report = new RunReport(terminal) { ProgressWithOutput = true };
            var counts = Run(store, parsed.GetValue(all), parsed.GetValue(jobs), report);
            Print(counts, report, parsed.GetValue(format)!, terminal);
            return report.Refused.Count > 0 ? ExitCode.SomeRefused : ExitCode.AllRead;
        });
        HelpWithExamples.Add(command, "konon reread", "konon reread --all --format json");
        return command;
    }

    internal static AppendCounts Run(LedgerStore store, bool all, int jobs, RunReport report)
    {
        var counts = default(AppendCounts);
        var batch = new List<PreparedEntry>(Batch);
        foreach (var reread in InOrder.Select(store.Pending(all), store.ReadAgain, jobs))
        {
            if (reread is not { Entry: { } entry })
            {
                report.Refuse(new Outcome(reread.Pending.Sha256, null, reread.Refusal));
                continue;
            }

            report.Count();
            batch.Add(entry);
            if (batch.Count < Batch) continue;
            counts += store.AppendAgain(batch);
            batch.Clear();
        }

        if (batch.Count > 0) counts += store.AppendAgain(batch);
        report.HideProgress();
        return counts;
    }

    private static void Print(AppendCounts counts, RunReport report, string format, Terminal terminal)
    {
        using var page = terminal.NewPage();
        var changed = counts.Versions + counts.Articles;
        if (format == "text")
        {
            page.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Read} documents read again, {changed} of them otherwise than before, {report.Refused.Count} refused"));
            return;
        }

        using (var json = new Utf8JsonWriter(terminal.Output))
        {
            json.WriteStartObject();
            json.WriteNumber("read", report.Read);
            json.WriteNumber("changed", changed);
            json.WriteNumber("refused", report.Refused.Count);
            json.WriteEndObject();
        }

        terminal.Output.WriteByte((byte)'\n');
    }
}
