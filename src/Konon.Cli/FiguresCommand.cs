using System.CommandLine;
using Konon.Store.Search;

namespace Konon.Cli;

/// <summary><c>konon figures</c>: the figures of a ledger.</summary>
internal static class FiguresCommand
{
    public static Command New(Terminal terminal)
    {
        var listing = new ListingArguments(terminal);
        var command = new Command("figures", "Lists figures, the newest first: what is counted, who gives the number, where.");
        listing.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var options = listing.Of(parsed);
            var query = new FigureQuery { Filter = listing.FilterOf(parsed), Limit = options.Limit };
            return Listings.Figures.Print(options, terminal, cursor => store.Figures(query with { Cursor = cursor }));
        });
        HelpWithExamples.Add(
            command,
            "konon figures --counted orang --figure 5..100",
            "konon figures --speaker rina --format jsonl > figures.jsonl",
            "konon figures --since 2025-03 --all");
        return command;
    }
}
