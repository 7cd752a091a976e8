using System.CommandLine;
using Konon.Claims;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon brief PATH…</c>: the given coverage as one story, on one page; nothing is kept. With a story of the ledger, its page.</summary>
internal static class BriefCommand
{
    public static Command New(Terminal terminal)
    {
        var inputs = new InputArguments();
        inputs.Paths.Arity = ArgumentArity.ZeroOrMore;
        var output = new BriefArguments();
        var story = new Option<string?>("--story")
        {
            Description = "Instead of coverage, a story of the ledger: its id, an article's id or address, or words of its name",
            HelpName = "story",
        };
        var command = new Command("brief", "Takes the coverage as one story and prints who said what, which figures, and what stands against what.");
        inputs.AddTo(command);
        command.Options.Add(story);
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            var paths = result.GetResult(inputs.Paths)?.Tokens.Count ?? 0;
            var stories = result.GetResult(story)?.Tokens.Count ?? 0;
            if (paths > 0 && stories > 0) result.AddError("--story: goes without a PATH");
            else if (paths + stories == 0) result.AddError("Required argument 'PATH' missing for command: 'brief'.");
        });
        command.SetAction(parsed => parsed.GetValue(story) is { } name
            ? LedgerStory.Print(parsed, name, terminal, found => output.Write(found, parsed, terminal))
            : Run(inputs.Of(parsed), terminal, brief => output.Write(brief, parsed, terminal)));
        HelpWithExamples.Add(
            command,
            "konon brief coverage/",
            "konon brief https://outlet.example/a https://other.example/b",
            "konon brief --ui id --all a.txt b.txt c.txt",
            "konon brief --format markdown coverage/ > brief.md",
            "konon brief --story coverage/a.txt",
            "zcat day.jsonl.gz | konon brief --map text=body --format json -");
        return command;
    }

    private static int Run(InputOptions inputs, Terminal terminal, Action<StoryBrief> print)
    {
        // A brief is printed when all is read, so that progress on the same terminal disturbs nothing.
        var report = new RunReport(terminal) { ProgressWithOutput = true };
        List<Reading> readings = [.. report.Readings(Inputs.Read(inputs, report.WaitFor))];
        print(BriefBuilder.Build(readings, report.Refused));
        return report.Code;
    }
}
