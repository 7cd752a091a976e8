using System.CommandLine;
using System.Globalization;
using Konon.Ledger.Listing;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Store.Search;

namespace Konon.Cli;

/// <summary><c>konon stories</c>: the events that the ledger's articles tell.</summary>
internal static class StoriesCommand
{
    public static Command New(Terminal terminal)
    {
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f")
        {
            Description = "text: to read; json: one object; jsonl: one story a line; csv: a table",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "jsonl", "csv");
        var withArticles = new Option<bool>("--with-articles") { Description = "With json and jsonl: the articles of each story too" };
        var since = DayOption.New("--since", "Stories that end on or after this day");
        var until = DayOption.New("--until", "Stories that begin on or before this day");
        var least = new Option<int>("--least") { Description = "Stories with at least so many articles", HelpName = "n", DefaultValueFactory = _ => 1 };
        InputArguments.RequireOneOrMore(least);
        var name = new Option<string?>("--name") { Description = "Stories whose name or places hold these letters", HelpName = "words" };
        var limit = new Option<int?>("--limit", "-n") { Description = $"How many stories a page has, at most {StoryQuery.LongestPage}; 50 as text, else all", HelpName = "n" };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > StoryQuery.LongestPage) result.AddError($"--limit: from 1 to {StoryQuery.LongestPage}");
        });
        var cursor = new Option<string?>("--cursor") { Description = "Go on where a page ended: what it printed last", HelpName = "cursor" };
        var command = new Command("stories", "Lists the stories: which articles tell one developing event, the newest first.")
        {
            since, until, least, name, limit, cursor, withArticles, format,
        };
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            Settle(store, terminal);
            var shown = parsed.GetValue(format)!;
            var asked = parsed.GetValue(limit);
            // A program that reads all of it wants no pages.
            var all = shown != "text" && asked is null && parsed.GetValue(cursor) is null;
            var query = new StoryQuery
            {
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                Least = parsed.GetValue(least),
                Words = parsed.GetValue(name),
                Limit = asked ?? (all ? StoryQuery.LongestPage : 50),
            };
            var options = new ListingOptions(shown, query.Limit, parsed.GetValue(cursor), all, page.Of(parsed, terminal));
            return Listings.Stories.Print(options, terminal, at => Page(store, query with { Cursor = at }, parsed.GetValue(withArticles)));
        });
        HelpWithExamples.Add(
            command,
            "konon stories",
            "konon stories --least 3 --since 2025-06-01",
            "konon stories --format jsonl --with-articles > stories.jsonl");
        return command;
    }

    /// <summary>Brings the stories up to date, saying on a terminal that it takes time.</summary>
    public static void Settle(LedgerStore store, Terminal terminal)
    {
        var shown = false;
        var settled = store.TrySettleStories(count =>
        {
            if (!terminal.ErrorIsTerminal) return;
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rkonon: grouping {count} articles"));
            shown = true;
        });
        if (shown) terminal.Error.Write("\r\u001b[K");
        if (!settled) terminal.Error.WriteLine("konon: the ledger may not be written from here; its stories are as they were settled last");
    }

    private static LedgerPage<StoryRow> Page(LedgerStore store, StoryQuery query, bool withArticles)
    {
        var page = store.Stories(query);
        return withArticles ? page with { Rows = [.. page.Rows.Select(story => story with { Members = store.StoryArticles(story.Id) })] } : page;
    }
}
