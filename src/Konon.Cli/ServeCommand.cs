using System.CommandLine;
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
        // Whoever can reach it can read all of it: nothing asks for a name or a token yet.
        urls.Validators.Add(result =>
        {
            var asked = WebOptions.Default with { Urls = result.GetValueOrDefault<string>() };
            if (!asked.IsLoopback) result.AddError("--urls: addresses of this machine alone, such as http://127.0.0.1:5080");
        });
        var demo = new Option<bool>("--demo") { Description = "Show the samples that come with Konon, in a ledger that goes when the server ends" };
        var command = new Command("serve", "Shows the ledger in a browser: stories, articles with their claims marked, speakers, figures.") { urls, demo };
        var broker = new BrokerArguments();
        broker.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, WebOptions.Default with { Urls = parsed.GetValue(urls)!,
            Queue = broker.WatchedBy(parsed) }, parsed.GetValue(demo), terminal, cancel));
        HelpWithExamples.Add(
            command,
            "konon serve",
            "konon serve --demo",
            "konon --ledger war.db serve --urls http://127.0.0.1:8080");
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, WebOptions options, bool demo, Terminal terminal, CancellationToken cancel)
    {
        using var samples = demo ? DemoLedger.Make() : null;
        using var ledger = samples is null ? LedgerArguments.Open(parsed) : null;
        await using var app = KononWeb.Build(samples?.Store ?? ledger!, options);
        await app.StartAsync(cancel);
        foreach (var url in app.Urls) terminal.Error.WriteLine("konon: serving " + (samples?.Store ?? ledger!).Location + " at " + url);
        terminal.Error.WriteLine("konon: Ctrl+C ends it");
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.AllRead;
    }
}
