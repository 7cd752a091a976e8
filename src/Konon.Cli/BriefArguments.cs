using System.CommandLine;
using Konon.Views;

namespace Konon.Cli;

/// <summary>The options of the commands that print a brief.</summary>
internal sealed class BriefArguments
{
    private readonly PageArguments _page = new();
    private readonly Option<bool> _all = new("--all", "-a") { Description = "Print long lists to their end" };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "text: a page for the terminal; markdown: to paste; json: the same as data",
        DefaultValueFactory = _ => "text",
    };

    public BriefArguments() => _format.AcceptOnlyFromAmong("text", "json", "markdown");

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_all);
        _page.AddTo(command);
    }

    /// <summary>Prints the brief as the user asked for it.</summary>
    public void Write(StoryBrief brief, ParseResult parsed, Terminal terminal)
    {
        var options = _page.Of(parsed, terminal) with { All = parsed.GetValue(_all) };
        var format = parsed.GetValue(_format);
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
    }

    /// <summary>Prints the brief of a ledger's story.</summary>
    public void Write(LedgerStory story, ParseResult parsed, Terminal terminal) =>
        Write(BriefBuilder.Build(story.Readings, []) with { Id = story.Row.Id, Name = story.Row.Name }, parsed, terminal);
}
