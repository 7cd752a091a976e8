using System.CommandLine;
using Konon.Cli.Alerting;
using Konon.Cli.Queueing;
using Konon.Web;
using Microsoft.Extensions.Hosting;

namespace Konon.Cli;

/// <summary><c>konon serve</c>: the ledger in a browser.</summary>
internal static class ServeCommand
{
    public static Command New(Terminal terminal)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where on this machine to listen, as ASP.NET Core writes it; several parted by semicolons",
            HelpName = "addresses",
            DefaultValueFactory = _ => WebOptions.Default.Urls,
        };
        var demo = new Option<bool>("--demo") { Description = "Show the samples that come with Konon, in a ledger that goes when the server ends" };
        var review = new Option<bool>("--review") { Description = "Let people sign in by name and decide on claims" };
        var command = new Command(
            "serve", "Shows the ledger in a browser: stories, articles with their claims marked, speakers, figures.")
        {
            urls,
            demo,
            review,
        };
        var broker = new BrokerArguments();
        broker.AddTo(command);
        var access = new ServeAccess();
        access.AddTo(command);
        var allowPrivate = AlertArguments.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var asked = WebOptions.Default with
            {
                Urls = parsed.GetValue(urls)!,
                Review = parsed.GetValue(review),
                Queue = broker.WatchedBy(parsed),
            };
            var options = access.Of(parsed, asked, parsed.GetValue(demo));
            return ServeAccess.Refusal(options) is { } refusal
                ? Task.FromResult(Fail(refusal, terminal))
                : RunAsync(parsed, options, parsed.GetValue(demo), parsed.GetValue(allowPrivate), terminal, cancel);
        });
        HelpWithExamples.Add(
            command,
            "konon serve",
            "konon serve --demo",
            "konon serve --review",
            "konon --ledger war.db serve --urls http://127.0.0.1:8080");
        return command;
    }

    private static int Fail(string refusal, Terminal terminal)
    {
        terminal.Error.WriteLine("konon: " + refusal);
        return ExitCode.WrongUsage;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, WebOptions options, bool demo, bool allowPrivate, Terminal terminal, CancellationToken cancel)
    {
        using var samples = demo ? DemoLedger.Make() : null;
        using var ledger = samples is null ? LedgerArguments.Open(parsed) : null;
        var store = samples?.Store ?? ledger!;
        StoriesCommand.Settle(store, terminal);
        await using var app = KononWeb.Build(store, options);
        await app.StartAsync(cancel);
        foreach (var url in app.Urls) terminal.Error.WriteLine("konon: serving " + store.Location + " at " + url);
        terminal.Error.WriteLine("konon: Ctrl+C ends it");
        await using var alerts = AlertLoop.Start(store, allowPrivate, line => terminal.Error.WriteLine("konon: " + line));
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.AllRead;
    }
}
