using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Store.Checks;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon verify</c>: whether the ledger holds together.</summary>
internal static class VerifyCommand
{
    public static Command New(Terminal terminal)
    {
        var quick = new Option<bool>("--quick")
        {
            Description = "Do not read the documents again, nor look every row up in the word index",
        };
        var tidy = new Option<bool>("--tidy")
        {
            Description = "Erase kept documents that no row needs, and half written files, older than an hour",
        };
        var jobs = new Option<int>("--jobs", "-j")
        {
            Description = "How many articles to check at a time",
            HelpName = "n",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        InputArguments.RequireOneOrMore(jobs);
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: one line a finding; jsonl: the same for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("verify", "Checks every digest, every span against its text, every reference; says what is wrong and where.")
        {
            quick, tidy, jobs, format,
        };
        command.SetAction(parsed => Run(
            parsed,
            parsed.GetValue(tidy),
            parsed.GetValue(format) == "jsonl",
            new VerifyOptions { Quick = parsed.GetValue(quick), Jobs = parsed.GetValue(jobs) },
            terminal));
        HelpWithExamples.Add(command, "konon verify", "konon verify --quick --ledger konon.db", "konon verify --tidy");
        return command;
    }

    private static int Run(ParseResult parsed, bool tidy, bool asJson, VerifyOptions options, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed);
        if (tidy) store.Tidy();
        var progress = new Progress(terminal);
        using var page = terminal.NewPage();
        var (faults, notes) = (0, 0);
        store.Verify(options with { Progress = count => progress.Show(count, "rows and files checked") }, problem =>
        {
            progress.Hide();
            if (problem.IsNote) notes++;
            else faults++;
            page.WriteLine(asJson ? Json(problem) : (problem.IsNote ? "note: " : "") + PlainText.OneLine(problem.ToString()));
        });
        progress.Hide();
        var count = store.Count();
        if (!asJson)
        {
            var found = faults == 0 ? "nothing wrong" : string.Create(CultureInfo.InvariantCulture, $"{faults} faults");
            if (notes > 0) found += string.Create(CultureInfo.InvariantCulture, $", {notes} notes");
            page.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count.Articles} articles, {count.Readings} readings, {count.Documents} documents, {count.Sightings} sightings: {found}"));
        }

        return faults > 0 ? ExitCode.SomeRefused : ExitCode.AllRead;
    }

    private static string Json(LedgerProblem problem) =>
        JsonSerializer.Serialize(new { kind = problem.IsNote ? "note" : "fault", where = problem.Where, what = problem.What });
}
