using System.CommandLine;
using Konon.Cli.Watching;
using Konon.Store.Watching;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon feeds</c>: the feeds that the ledger knows, and how each is.</summary>
internal static class FeedsCommand
{
    public static Command New(Terminal terminal)
    {
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f") { Description = "text, json, jsonl or csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "jsonl", "csv");
        var command = new Command("feeds", "Lists the feeds that were pulled or watched: how many articles each named, and when it is asked again.");
        command.Options.Add(format);
        page.AddTo(command);
        command.SetAction(parsed => Run(parsed, parsed.GetValue(format)!, page.Of(parsed, terminal), terminal));
        HelpWithExamples.Add(command, "konon feeds", "konon feeds --format csv > feeds.csv");
        return command;
    }

    private static int Run(ParseResult parsed, string format, BriefOptions options, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed);
        var lines = new Watchlist(store, TimeProvider.System).Feeds().Select(LineOf).ToList();
        using var page = terminal.NewPage();
        switch (format)
        {
            case "text": FeedListText.Write(lines, options, page); break;
            case "csv": FeedTable.WriteCsv(lines, page); break;
            default: FeedTable.WriteJson(lines, terminal.Output, asArray: format == "json"); break;
        }

        return ExitCode.AllRead;
    }

    private static FeedLine LineOf(WatchedFeed feed) => new()
    {
        Address = feed.Address,
        Kind = feed.Kind,
        Title = feed.Title,
        AskedAt = feed.AskedAt,
        AnsweredAt = feed.AnsweredAt,
        NextAt = feed.NextAt,
        Failures = feed.Failures,
        Fault = feed.Fault,
        Articles = feed.Entries,
        Waiting = feed.Waiting,
        GivenUp = feed.GivenUp,
    };
}
