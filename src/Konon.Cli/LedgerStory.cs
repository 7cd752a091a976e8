using System.CommandLine;
using System.Globalization;
using Konon.Claims;
using Konon.Ledger.Listing;
using Konon.Store;
using Konon.Views;

namespace Konon.Cli;

/// <summary>A story of the ledger with its readings as people left them: corrections applied, rejected claims left out.</summary>
/// <param name="Row">What the ledger lists of it.</param>
/// <param name="Readings">Its readings, the earliest first; of a very long story only those.</param>
internal sealed record LedgerStory(StoryRow Row, IReadOnlyList<Reading> Readings)
{
    /// <summary>Finds the story that the user named and prints it; what the program returns.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="name">A story's id, an article's id or address, or words that one story's name alone holds.</param>
    /// <param name="terminal">Where faults are told.</param>
    /// <param name="print">Prints it.</param>
    public static int Print(ParseResult parsed, string name, Terminal terminal, Action<LedgerStory> print)
    {
        using var store = LedgerArguments.Open(parsed);
        StoriesCommand.Settle(store, terminal);
        var found = store.FindStories(name);
        if (found.Count != 1) return Fail(name, found, terminal);
        var story = new LedgerStory(found[0], Effective(store, found[0].Id));
        if (story.Readings.Count < story.Row.Articles)
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"the first {story.Readings.Count} of {story.Row.Articles} reports");
            terminal.Error.WriteLine("konon: " + counts + " are shown");
        }

        print(story);
        terminal.Output.Flush();
        return ExitCode.AllRead;
    }

    private static List<Reading> Effective(LedgerStore store, string story)
    {
        var reviews = store.Reviews();
        return [.. store.StoryReadings(story).Select(stored => reviews.Effective(stored).WithoutRejected())];
    }

    /// <summary>Says that nothing, or more than one story, is called so.</summary>
    public static int Fail(string name, IReadOnlyList<StoryRow> found, Terminal terminal)
    {
        var why = found.Count == 0
            ? "the ledger has no story called " + name
            : $"more than one story is called {name}: {string.Join("; ", found.Select(story => $"{story.Id} {story.Name}"))}";
        terminal.Error.WriteLine("konon: " + PlainText.OneLine(why));
        return ExitCode.NothingRead;
    }
}
