using System.CommandLine;
using Konon.Stories;
using Konon.Views;

namespace Konon.Cli;

/// <summary>The commands that list one side of a ledger's story: <c>lineage</c>, <c>positions</c>, <c>conflicts</c>.</summary>
internal static class StoryViewCommands
{
    private static readonly Dictionary<string, ViewFormat> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = ViewFormat.Text,
        ["json"] = ViewFormat.Json,
        ["jsonl"] = ViewFormat.JsonLines,
        ["csv"] = ViewFormat.Csv,
        ["markdown"] = ViewFormat.Markdown,
    };

    /// <summary>What a listing of a story is made by.</summary>
    public delegate IReadOnlyList<ViewSection> View(Story story, UiWords words);

    public static Command Lineage(Terminal terminal) => New(
        "lineage", "Shows which reports of a story have their text from whom, and from how many origins they come.", LineageView.Of, terminal);

    public static Command Positions(Terminal terminal) => New(
        "positions", "Lists what each party of a story has said over time, and where it came to say otherwise.", PositionsView.Of, terminal);

    public static Command Conflicts(Terminal terminal) => New(
        "conflicts",
        "Lists what stands against what in a story, and the reports that still carry what its own source took back. Without a verdict.",
        (story, words) => [.. ConflictsView.Of(story, words), .. CorrectionsView.Of(story, words)],
        terminal);

    /// <summary>Finds the story and prints a view of it.</summary>
    public static int Print(ParseResult parsed, string name, string format, BriefOptions options, View view, Terminal terminal) =>
        LedgerStory.Print(parsed, name, terminal, found =>
        {
            var story = StoryBuilder.Build(found.Readings);
            var how = Formats[format];
            using var page = terminal.NewPage();
            if (how == ViewFormat.Text) page.WriteLine(PlainText.OneLine(found.Row.Name) + "  " + found.Row.Id);
            ViewWriter.Write(view(story, options.Words), how, options.Words, page);
            // Programs have the reports from konon story --format json; a person would have to look them up.
            if (how is not (ViewFormat.Text or ViewFormat.Markdown)) return;
            if (how == ViewFormat.Markdown) page.WriteLine();
            ViewWriter.Write(ReportsView.Of(story, options.Words), how, options.Words, page);
        });

    private static Command New(string name, string description, View view, Terminal terminal)
    {
        var story = new StoryArgument();
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: to read; json: an array; jsonl: one part a line; csv: one row a line; markdown: to paste",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var command = new Command(name, description) { format };
        story.AddTo(command);
        page.AddTo(command);
        command.SetAction(parsed => Print(
            parsed, story.Of(parsed), parsed.GetValue(format)!, page.Of(parsed, terminal), view, terminal));
        HelpWithExamples.Add(
            command, $"konon {name} kali wening", $"konon {name} --format json coverage/b.txt", $"konon {name} https://kabar.example/jembatan");
        return command;
    }
}
