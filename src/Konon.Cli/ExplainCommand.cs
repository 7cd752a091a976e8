using System.CommandLine;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon explain FILE…</c>: for each article, which rule gave each claim and on which words it rests.</summary>
internal static class ExplainCommand
{
    public static Command New(Terminal terminal)
    {
        var inputs = new InputArguments();
        var page = new PageArguments();
        var command = new Command("explain", "Shows which rule gave each claim, the words behind each field, and what was refused and why.");
        inputs.AddTo(command);
        page.AddTo(command);
        command.SetAction(parsed => Run(inputs.Of(parsed), page.Of(parsed, terminal), terminal));
        HelpWithExamples.Add(
            command,
            "konon explain coverage/a.txt",
            "konon explain --ui id --color always coverage/a.txt | less -R");
        return command;
    }

    private static int Run(InputOptions inputs, BriefOptions options, Terminal terminal)
    {
        var report = new RunReport(terminal);
        var first = true;
        using var page = terminal.NewPage();
        foreach (var reading in report.Readings(Inputs.Read(inputs, report.WaitFor)))
        {
            if (!first) page.Write('\n');
            first = false;
            ExplainText.Write(reading, options, page);
        }

        page.Flush();
        terminal.Output.Flush();
        return report.Code;
    }
}
