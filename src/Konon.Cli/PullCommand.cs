using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Cli.Watching;
using Konon.Fetch;
using Konon.Store.Watching;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon pull FEED…</c>: reads what is new in feeds into the ledger, once.</summary>
internal static class PullCommand
{
    public static Command New(Terminal terminal)
    {
        var feeds = new FeedArguments(ArgumentArity.OneOrMore, "Feeds, sitemaps, or lists of feeds (OPML), by address; a list may also be a file");
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: what was new, to read; json: the same for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("pull", "Reads the new articles of feeds into the ledger, once. What was read before is not asked for again.");
        feeds.AddTo(command);
        command.Options.Add(format);
        command.SetAction(async (parsed, _) => await RunAsync(parsed, feeds, parsed.GetValue(format)!, terminal));
        HelpWithExamples.Add(
            command,
            "konon pull https://outlet.example/feed.xml",
            "konon pull --max-entries 20 --contact desk@newsroom.example https://outlet.example/sitemap-news.xml",
            "konon pull feeds.opml");
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, FeedArguments arguments, string format, Terminal terminal)
    {
        using var store = LedgerArguments.Open(parsed, create: true);
        var options = arguments.Of(parsed);
        var fetcher = new Fetcher(options.Fetch with { MaxBytes = options.MaxTextSize }, TimeProvider.System);
        using var inputs = new Inputs(options, fetcher, _ => { });
        var report = new RunReport(terminal) { ProgressWithOutput = true };
        var names = FeedNames.Read(parsed.GetValue(arguments.Feeds)!);
        foreach (var refused in names.Refused) report.Refuse(refused);
        var pulled = new Pulled(report);
        var list = new Watchlist(store, TimeProvider.System);
        var watching = WatchOptions.Default with { MaxEntries = options.MaxEntries };
        var watcher = new Watcher(
            list,
            new FeedReading(inputs, fetcher, TimeProvider.System, watching),
            new EntryReading(store, inputs, fetcher),
            TimeProvider.System,
            pulled.Take);
        await watcher.PullAsync(names.Addresses, CancellationToken.None);
        report.HideProgress();
        Print(pulled, list.Waiting(watcher.Feeds), format, terminal);
        return pulled.Code;
    }

    private static void Print(Pulled pulled, int waiting, string format, Terminal terminal)
    {
        if (format == "json")
        {
            using var json = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions);
            pulled.Write(json, waiting);
            json.Flush();
            terminal.Output.WriteByte((byte)'\n');
            return;
        }

        using var page = terminal.NewPage();
        foreach (var article in pulled.Added)
        {
            var outlet = article.Outlet is { } known ? PlainText.OneLine(known) + ": " : "";
            page.WriteLine($"{outlet}{PlainText.OneLine(article.Title ?? article.Address)}");
            page.WriteLine($"  {article.Article}  {PlainText.OneLine(article.Address)}");
        }

        page.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pulled.Added.Count} new articles, {pulled.Known} known from elsewhere, {waiting} to be tried again; "
            + $"{pulled.Feeds} feeds, {pulled.Refused} refused"));
    }
}
