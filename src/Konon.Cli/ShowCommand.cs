using System.CommandLine;
using Konon.Store.Out;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon show ID</c>: all there is of one thing.</summary>
internal static class ShowCommand
{
    public static Command New(Terminal terminal)
    {
        var name = new Argument<string>("id") { Description = "The id of an article, claim, figure or speaker; an article also by its address or input" };
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f") { Description = "text: to read; json: with all spans", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "show", "Shows all there is of an article, claim, figure or speaker: words, where they stand, versions, when it was seen.");
        command.Arguments.Add(name);
        command.Options.Add(format);
        page.AddTo(command);
        command.SetAction(parsed => Run(parsed, parsed.GetValue(name)!, parsed.GetValue(format)!, page.Of(parsed, terminal), terminal));
        HelpWithExamples.Add(command, "konon show 845af0686e7e3a18", "konon show coverage/a.txt", "konon show --format json https://kabar.example/jembatan");
        return command;
    }

    private static int Run(ParseResult parsed, string name, string format, BriefOptions options, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed);
        if (string.IsNullOrWhiteSpace(name) || (store.Find(name) ?? store.FindArticle(name)) is not { } item)
        {
            terminal.Error.WriteLine("konon: the ledger has nothing of the id, address or input " + PlainText.OneLine(name));
            return ExitCode.NothingRead;
        }

        using var output = terminal.NewPage();
        if (format == "json") output.WriteLine(ItemJson.Of(item));
        else new ItemText(options, output).Write(item);
        return ExitCode.AllRead;
    }
}
