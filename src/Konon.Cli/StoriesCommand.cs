using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Store;
using Konon.Store.Grouping;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon stories</c>: the events that the ledger's articles tell.</summary>
internal static class StoriesCommand
{
    public static Command New(Terminal terminal)
    {
        var page = new PageArguments();
        var format = new Option<string>("--format", "-f") { Description = "text, json, jsonl or csv", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "jsonl", "csv");
        var withArticles = new Option<bool>("--with-articles") { Description = "With json and jsonl: the articles of each story too" };
        var since = new Option<DateOnly?>("--since") { Description = "Stories that end on or after this day", HelpName = "day" };
        var until = new Option<DateOnly?>("--until") { Description = "Stories that begin on or before this day", HelpName = "day" };
        var least = new Option<int>("--least") { Description = "Stories with at least so many articles", HelpName = "n", DefaultValueFactory = _ => 1 };
        var limit = new Option<int?>("--limit") { Description = "At most so many; 50 as text, all otherwise", HelpName = "n" };
        var words = new Option<string?>("--name") { Description = "Stories whose name or places hold these letters", HelpName = "words" };
        InputArguments.RequireOneOrMore(least);
        var command = new Command("stories", "Lists the stories: the articles that tell one developing event, the newest first.")
        {
            format, withArticles, since, until, least, limit, words,
        };
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            var query = new StoryQuery
            {
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                Least = parsed.GetValue(least),
                Words = parsed.GetValue(words),
            };
            var shown = parsed.GetValue(format)!;
            using var store = LedgerArguments.Open(parsed);
            Settle(store, terminal);
            var most = parsed.GetValue(limit) ?? (shown == "text" ? 50 : int.MaxValue);
            var stories = All(store, query, most);
            switch (shown)
            {
                case "jsonl": WriteLines(store, stories, parsed.GetValue(withArticles), terminal); break;
                case "json": WriteArray(store, stories, parsed.GetValue(withArticles), terminal); break;
                case "csv": StoryTable.WriteCsv(stories, terminal); break;
                default: StoryTable.WriteText(stories, page.Of(parsed, terminal), terminal); break;
            }

            return ExitCode.AllRead;
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
        store.SettleStories(count =>
        {
            if (!terminal.ErrorIsTerminal) return;
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rkonon: grouping {count} articles"));
            shown = true;
        });
        if (shown) terminal.Error.Write("\r\u001b[K");
    }

    private static IEnumerable<StoryRow> All(LedgerStore store, StoryQuery query, int most)
    {
        const int Together = 500;
        while (most > 0)
        {
            var page = store.Stories(query with { Limit = Math.Min(most, Together) });
            foreach (var story in page.Stories) yield return story;
            most -= page.Stories.Count;
            if (page.Next is null) yield break;
            query = query with { Cursor = page.Next };
        }
    }

    private static void WriteLines(LedgerStore store, IEnumerable<StoryRow> stories, bool withArticles, Terminal terminal)
    {
        using var json = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions);
        foreach (var story in stories)
        {
            json.Reset();
            StoryTable.WriteJson(json, story, withArticles ? store.StoryArticles(story.Id) : null);
            json.Flush();
            terminal.Output.WriteByte((byte)'\n');
        }
    }

    private static void WriteArray(LedgerStore store, IEnumerable<StoryRow> stories, bool withArticles, Terminal terminal)
    {
        using var json = new Utf8JsonWriter(terminal.Output, ArticleJson.WriterOptions with { Indented = true });
        json.WriteStartArray();
        foreach (var story in stories) StoryTable.WriteJson(json, story, withArticles ? store.StoryArticles(story.Id) : null);
        json.WriteEndArray();
        json.Flush();
        terminal.Output.WriteByte((byte)'\n');
    }
}
