using System.CommandLine;
using Konon.Store.Search;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon figures</c>: the figures of a ledger, or one story's as series.</summary>
internal static class FiguresCommand
{
    public static Command New(Terminal terminal)
    {
        var listing = new ListingArguments(terminal);
        var story = new Option<string?>("--story")
        {
            Description = "One story's figures, each quantity over time; with --all also those that cannot be compared. Takes no other filter",
            HelpName = "story",
        };
        var command = new Command("figures", "Lists figures, the newest first: what is counted, who gives the number, where.") { story };
        listing.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = listing.Of(parsed);
            if (parsed.GetValue(story) is { } name)
            {
                return StoryViewCommands.Print(
                    parsed, name, options.Format, options.Page, (found, words) => FiguresView.Of(found, words, options.All), terminal);
            }

            using var store = LedgerArguments.Open(parsed);
            var query = new FigureQuery { Filter = listing.FilterOf(parsed), Limit = options.Limit };
            return Listings.Figures.Print(options, terminal, cursor => store.Figures(query with { Cursor = cursor }));
        });
        HelpWithExamples.Add(
            command,
            "konon figures --counted orang --figure 5..100",
            "konon figures --speaker rina --format jsonl > figures.jsonl",
            "konon figures --since 2025-03 --all",
            "konon figures --story coverage/a.txt");
        return command;
    }
}
