using System.CommandLine;
using Konon.Store.Search;

namespace Konon.Cli;

/// <summary><c>konon claims</c>: the claims of a ledger.</summary>
internal static class ClaimsCommand
{
    public static Command New(Terminal terminal)
    {
        var listing = new ListingArguments(terminal);
        var command = new Command("claims", "Lists claims, the newest first: who said what, when, in which article.");
        listing.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var options = listing.Of(parsed);
            var query = new ClaimQuery { Filter = listing.FilterOf(parsed), Limit = options.Limit };
            return Listings.Claims.Print(options, terminal, cursor => store.Claims(query with { Cursor = cursor }));
        });
        HelpWithExamples.Add(
            command,
            "konon claims --since 2025-03-04 --stance denies",
            "konon claims --speaker astuti --format csv > claims.csv",
            "konon claims --party ID --outlet warta --limit 5");
        return command;
    }
}
