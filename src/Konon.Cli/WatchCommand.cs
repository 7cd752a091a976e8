using System.CommandLine;
using Konon.Cli.Alerting;
using Konon.Cli.Watching;
using Konon.Fetch;
using Konon.Store.Watching;

namespace Konon.Cli;

/// <summary><c>konon watch [FEED…]</c>: keeps reading feeds, and their articles again and again, until it is told to end.</summary>
internal static class WatchCommand
{
    // A server that is restarted or cut off for a while ends no watch.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static Command New(Terminal terminal)
    {
        var feeds = new FeedArguments(
            ArgumentArity.ZeroOrMore,
            "Feeds, sitemaps, or lists of feeds (OPML), by address; a list may also be a file. Without any: all that the ledger knows");
        var every = new Option<string>("--every")
        {
            Description = "Ask each feed at most this often, such as 90s, 10m or 2h; one that asks for a longer pause gets it",
            HelpName = "pause",
            DefaultValueFactory = _ => "10m",
        };
        every.Validators.Add(result =>
        {
            var readable = FeedArguments.TryReadPause(result.GetValueOrDefault<string>(), out var pause);
            if (!readable || pause < Shortest || pause > Longest) result.AddError("--every: a pause such as 10m, from 30s to 7d");
        });
        var command = new Command(
            "watch", "Keeps reading feeds, and each of their articles again after 15 min, 1 h, 3 h, 8 h, 24 h and 7 d. Ctrl-C ends it.");
        feeds.AddTo(command);
        command.Options.Add(every);
        command.SetAction(async (parsed, _) => await RunAsync(parsed, feeds, parsed.GetValue(every)!, terminal));
        HelpWithExamples.Add(
            command,
            "konon watch https://outlet.example/feed.xml",
            "konon watch --every 5m --contact desk@newsroom.example https://outlet.example/feed.xml",
            "konon --ledger war.db watch https://outlet.example/feeds.opml");
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, FeedArguments arguments, string every, Terminal terminal)
    {
        using var ending = Interruption.Take();
        using var store = LedgerArguments.Open(parsed, create: true, Patience);
        var log = new WatchLog(terminal.Error, TimeProvider.System);
        var named = parsed.GetValue(arguments.Feeds) ?? [];
        var names = FeedNames.Read(named);
        foreach (var refused in names.Refused) log.Refuse(refused);
        var list = new Watchlist(store, TimeProvider.System);
        var addresses = named.Length > 0 ? [.. names.Addresses] : list.Feeds().Select(feed => feed.Address).ToList();
        if (addresses.Count == 0)
        {
            log.Say(named.Length > 0 ? "there is no feed to watch" : "the ledger knows no feeds; name one");
            return ExitCode.NothingRead;
        }

        FeedArguments.TryReadPause(every, out var pause);
        var options = arguments.Of(parsed);
        var fetcher = new Fetcher(options.Fetch with { MaxBytes = options.MaxTextSize }, TimeProvider.System);
        using var inputs = new Inputs(options, fetcher, _ => { });
        var watcher = new Watcher(
            list,
            new FeedReading(inputs, fetcher, TimeProvider.System, new WatchOptions(pause, options.MaxEntries)),
            new EntryReading(store, inputs, fetcher),
            TimeProvider.System,
            log.Take);
        log.Say($"watching {addresses.Count} {(addresses.Count == 1 ? "feed" : "feeds")}");
        // A store of its own: the watch appends in this one.
        using var told = LedgerArguments.Open(parsed);
        await using var alerts = AlertLoop.Start(told, options.Fetch.AllowPrivate, log.Say);
        await watcher.WatchAsync(addresses, ending.Token);
        log.Say("ended; " + log.Summary);
        return ExitCode.AllRead;
    }
}
