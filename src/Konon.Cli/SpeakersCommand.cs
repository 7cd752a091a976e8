using System.CommandLine;
using Konon.Store.Search;

namespace Konon.Cli;

/// <summary><c>konon speakers</c>: the speakers of a ledger.</summary>
internal static class SpeakersCommand
{
    public static Command New(Terminal terminal)
    {
        var listing = new ListingArguments(terminal);
        var command = new Command("speakers", "Lists speakers with how many claims in how many articles of how many outlets; the most heard first.");
        listing.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var options = listing.Of(parsed);
            var query = new SpeakerQuery { Filter = listing.FilterOf(parsed), Limit = options.Limit };
            return Listings.Speakers.Print(options, terminal, cursor => store.Speakers(query with { Cursor = cursor }));
        });
        HelpWithExamples.Add(
            command,
            "konon speakers --limit 10",
            "konon speakers --speaker rina",
            "konon speakers --stance denies --format csv > deniers.csv");
        return command;
    }
}
