using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Cli;
using Konon.Fetch;
using Konon.Intake;
using Konon.Store;
using Konon.Store.Checks;
using Konon.Store.Grouping;
using Konon.Store.Out;
using Konon.Views.Exports;

namespace Konon.Journeys.Queue;

/// <summary>Fills ledgers and compares them, within the test's own process.</summary>
internal static class Ledgers
{
    /// <summary>The documents of a file, named as a user in that folder names it.</summary>
    public static IEnumerable<Document> Documents(string folder, string name) =>
        new Coverage(CoverageOptions.Default).Read([Path.Combine(folder, name)]).Select(item => item.Document!)
            .Select(document => document with { Input = document.Input[(folder.Length + 1)..] });

    /// <summary>Adds files as <c>konon add</c> does.</summary>
    public static void Add(LedgerStore store, string folder, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var options = new InputOptions(
                [Path.Combine(folder, name)], ColumnMap.Default, ArticleOptions.Default.MaxTextBytes, 2, 0, 1, FetchOptions.Default);
            using var inputs = new Inputs(options, _ => { });
            var run = store.BeginRun("add", name);
            new Adding(store, run, inputs, options.Jobs).Run(new RunReport(new Terminal()));
            store.EndRun(run);
        }
    }

    /// <summary>The canonical export, with texts.</summary>
    public static string Canonical(LedgerStore store)
    {
        using var output = new MemoryStream();
        using var writer = ExportWriter.New(ExportOptions.Default with { WithText = true }, output);
        store.Export(ExportFilter.All, writer.Add);
        writer.Finish();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The stories and their articles, in order of their ids.</summary>
    public static IReadOnlyList<string> Stories(LedgerStore store)
    {
        store.SettleStories();
        return [.. store.Stories(new StoryQuery { Limit = StoryQuery.LongestPage }).Rows
            .Select(story => story.Id + ": " + string.Join(' ', store.StoryArticles(story.Id).Select(article => article.Id)))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>What is wrong with a ledger; documents without a row are no fault.</summary>
    public static IReadOnlyList<string> Faults(LedgerStore store)
    {
        var found = new List<string>();
        store.Verify(VerifyOptions.Default with { Quick = true, Jobs = 2 }, problem =>
        {
            if (!problem.IsNote) found.Add(problem.ToString());
        });
        return found;
    }
}
