using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Fetch;
using Konon.Store.Forgetting;

namespace Konon.Cli;

/// <summary><c>konon add PATH…</c>: reads coverage and keeps it.</summary>
internal static class AddCommand
{
    public static Command New(Terminal terminal)
    {
        var inputs = new InputArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: one line on what was added; json: the same counts for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("add", "Reads coverage and keeps it in the ledger: documents, articles, claims. What is known is only noted as seen again.");
        inputs.AddTo(command);
        command.Options.Add(format);
        command.SetAction(parsed => Run(parsed, inputs.Of(parsed), parsed.GetValue(format)!, terminal));
        HelpWithExamples.Add(
            command,
            "konon add coverage/",
            "konon add --ledger war.db week.jsonl.gz",
            "konon add https://outlet.example/berita/1 news.warc.gz");
        return command;
    }

    private static int Run(ParseResult parsed, InputOptions options, string format, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed, create: true);
        var report = new RunReport(terminal) { ProgressWithOutput = true };
        store.FinishForgetting();
        options = options with { Paths = [.. Allowed(options.Paths, store.Forgotten(), report)] };
        using var inputs = new Inputs(options, report.WaitFor);
        var run = store.BeginRun("add", ArgumentsOf(options));
        if (run.IsResumed) terminal.Error.WriteLine(Resuming(run));

        var adding = new Adding(store, run, inputs, options.Jobs);
        adding.Run(report);
        store.EndRun(run);
        Print(adding, report, format, terminal);
        return report.Code;
    }

    /// <summary>Says that a run goes on.</summary>
    internal static string Resuming(Store.LedgerRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"konon: going on with a run that was stopped after {run.SeenBefore} inputs");

    // What was forgotten is not even asked for.
    internal static IEnumerable<string> Allowed(IReadOnlyList<string> paths, ForgottenBook forgotten, RunReport report)
    {
        foreach (var path in paths)
        {
            if (!Fetcher.IsAddress(path) || !forgotten.HasAddress(path)) yield return path;
            else report.Refuse(new Outcome(path, null, "forgotten: a person had it erased"));
        }
    }

    // What makes two runs the same work; how it is done (jobs, limits, the network) does not.
    internal static string ArgumentsOf(InputOptions options) => string.Join(
        '\n', options.Paths.Append(options.Columns.ToString()).Append(options.Skip.ToString(CultureInfo.InvariantCulture)));

    private static void Print(Adding adding, RunReport report, string format, Terminal terminal)
    {
        using var page = terminal.NewPage();
        var counts = adding.Counts;
        if (format == "json")
        {
            page.Flush();
            using var json = new Utf8JsonWriter(terminal.Output);
            json.WriteStartObject();
            json.WriteNumber("read", report.Read);
            json.WriteNumber("articles", counts.Articles);
            json.WriteNumber("versions", counts.Versions);
            json.WriteNumber("known", adding.Known);
            json.WriteNumber("refused", report.Refused.Count);
            json.WriteEndObject();
            json.Flush();
            terminal.Output.WriteByte((byte)'\n');
            return;
        }

        page.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Articles} new articles, {counts.Versions} new versions, {adding.Known} seen before, {report.Refused.Count} refused"));
    }
}
