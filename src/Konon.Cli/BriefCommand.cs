using System.CommandLine;
using Konon.Claims;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon brief PATH…</c>: the given coverage as one story, on one page; nothing is kept.</summary>
internal static class BriefCommand
{
    public static Command New(Terminal terminal)
    {
        var inputs = new InputArguments();
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: a page for the terminal; markdown: to paste; json: the same as data",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var all = new Option<bool>("--all", "-a") { Description = "Print long lists to their end" };
        var command = new Command("brief", "Takes the coverage as one story and prints who said what, which figures, and what stands against what.");
        inputs.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(all);
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = page.Of(parsed, terminal) with { All = parsed.GetValue(all) };
            return Run(inputs.Of(parsed), parsed.GetValue(format)!, options, terminal);
        });
        HelpWithExamples.Add(
            command,
            "konon brief coverage/",
            "konon brief https://outlet.example/a https://other.example/b",
            "konon brief --ui id --all a.txt b.txt c.txt",
            "konon brief --format markdown coverage/ > brief.md",
            "zcat day.jsonl.gz | konon brief --map text=body --format json -");
        return command;
    }

    private static int Run(InputOptions inputs, string format, BriefOptions options, Terminal terminal)
    {
        // A brief is printed when all is read, so that progress on the same terminal disturbs nothing.
        var report = new RunReport(terminal) { ProgressWithOutput = true };
        List<Reading> readings = [.. report.Readings(Inputs.Read(inputs, report.WaitFor))];
        var brief = BriefBuilder.Build(readings, report.Refused);
        if (format == "json")
        {
            BriefJson.Write(brief, terminal.Output);
        }
        else
        {
            using var page = terminal.NewPage();
            if (format == "markdown") BriefMarkdown.Write(brief, options, page);
            else BriefText.Write(brief, options, page);
        }

        terminal.Output.Flush();
        return report.Code;
    }
}
