using System.CommandLine;
using Konon.Views;

namespace Konon.Cli;

/// <summary>The arguments of commands that print a page to read.</summary>
internal sealed class PageArguments
{
    public Option<string> Ui { get; } = new("--ui")
    {
        Description = "Language of headings, dates and numbers",
        DefaultValueFactory = _ => Terminal.Language(),
    };

    public Option<string> Colour { get; } = new("--color")
    {
        Description = "Colours: auto is on a terminal, unless NO_COLOR is set",
        DefaultValueFactory = _ => "auto",
    };

    public PageArguments()
    {
        Ui.AcceptOnlyFromAmong([.. UiWords.Languages]);
        Colour.AcceptOnlyFromAmong("auto", "always", "never");
    }

    public void AddTo(Command command)
    {
        command.Options.Add(Ui);
        command.Options.Add(Colour);
    }

    public BriefOptions Of(ParseResult parsed, Terminal terminal) => new()
    {
        Width = terminal.PageWidth,
        Words = UiWords.Of(parsed.GetValue(Ui)!),
        Colours = terminal.Colours(parsed.GetValue(Colour) switch
        {
            "always" => ColourChoice.Always,
            "never" => ColourChoice.Never,
            _ => ColourChoice.Auto,
        }),
    };
}
