using System.CommandLine;

namespace Konon.Cli;

/// <summary><c>konon story ID</c>: a story of the ledger on one page.</summary>
internal static class StoryCommand
{
    public static Command New(Terminal terminal)
    {
        var story = new StoryArgument();
        var output = new BriefArguments();
        var command = new Command("story", "Prints a story of the ledger: who said what, which figures, what stands against what, who copied whom.");
        story.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed => LedgerStory.Print(parsed, story.Of(parsed), terminal, found => output.Write(found, parsed, terminal)));
        HelpWithExamples.Add(
            command,
            "konon story kali wening",
            "konon story --format markdown coverage/a.txt > story.md",
            "konon story --ui id https://kabar.example/jembatan");
        return command;
    }
}
