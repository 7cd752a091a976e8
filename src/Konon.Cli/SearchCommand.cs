using System.CommandLine;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Search;

namespace Konon.Cli;

/// <summary><c>konon search QUERY</c>: claims or articles that hold words.</summary>
internal static class SearchCommand
{
    public static Command New(Terminal terminal)
    {
        var words = new Argument<string[]>("query")
        {
            Description = "Words, \"phrases\", AND, OR, NOT, parentheses, and filters as in outlet:kabar since:2025-06 figure>=1000",
            Arity = ArgumentArity.OneOrMore,
        };
        words.Validators.Add(result =>
        {
            if (SearchQuery.TryParse(Joined(result.Tokens.Select(token => token.Value)), out _) is { } fault) result.AddError(fault.ToString());
        });
        var listing = new ListingArguments(terminal);
        var what = new Option<string>("--in")
        {
            Description = "Search claims, or titles and texts of articles",
            DefaultValueFactory = _ => "claims",
        };
        what.AcceptOnlyFromAmong("claims", "articles");
        var facets = new Option<bool>("--facets")
        {
            Description = "Count what was found by outlet, speaker, party, stance, language and month",
        };
        var command = new Command(
            "search", "Searches claims or articles. A word finds its other forms, too: kerahkan finds dikerahkan and pengerahan.");
        command.Arguments.Add(words);
        command.Options.Add(what);
        command.Options.Add(facets);
        listing.AddTo(command);
        command.SetAction(parsed =>
        {
            SearchQuery.TryParse(Joined(parsed.GetValue(words)!), out var query);
            using var store = LedgerArguments.Open(parsed);
            var filter = listing.FilterOf(parsed, query!.Filter);
            return parsed.GetValue(what) == "articles"
                ? Articles(store, query.Words, filter, listing.Of(parsed), parsed.GetValue(facets), terminal)
                : Claims(store, query.Words, filter, listing.Of(parsed), parsed.GetValue(facets), terminal);
        });
        HelpWithExamples.Add(
            command,
            "konon search jembatan tutup",
            "konon search jembatan NOT retak stance:denies",
            "konon search luka figure:5..100 counted:orang --facets",
            "konon search --in articles --format json ambruk since:2025-03");
        return command;
    }

    private static int Claims(LedgerStore store, SearchNode? words, LedgerFilter filter, ListingOptions options, bool facets, Terminal terminal)
    {
        var query = new ClaimQuery { Words = words, Filter = filter, Limit = options.Limit };
        var counted = facets ? store.Facets(query) : null;
        return Listings.Claims.Print(options, terminal, cursor => store.Claims(query with { Cursor = cursor }), counted);
    }

    private static int Articles(LedgerStore store, SearchNode? words, LedgerFilter filter, ListingOptions options, bool facets, Terminal terminal)
    {
        var query = new ArticleQuery { Words = words, Filter = filter, Limit = options.Limit };
        var counted = facets ? store.Facets(query) : null;
        return Listings.Articles.Print(options, terminal, cursor => store.Articles(query with { Cursor = cursor }), counted);
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);
}
