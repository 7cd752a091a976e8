using System.Globalization;
using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Intake;
using Konon.Ledger;
using Konon.Store;

namespace Konon.Journeys.Web;

/// <summary>Reads articles that a test makes up into a ledger, as rows.</summary>
internal static class Rows
{
    /// <summary>Adds them; rows of one id are versions of one article.</summary>
    public static void Add(LedgerStore store, IEnumerable<(string Id, string Outlet, string Title, string Published, string Text)> rows)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, rows.Select(row => JsonSerializer.Serialize(
                new { id = row.Id, outlet = row.Outlet, title = row.Title, published = row.Published, text = row.Text })));
            var named = Path.ChangeExtension(file, ".jsonl");
            File.Move(file, named);
            file = named;
            Read(store, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Read(LedgerStore store, string file)
    {
        var run = store.BeginRun("add", "rows " + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        var entries = new List<PreparedEntry>();
        foreach (var item in new Coverage(CoverageOptions.Default).Read([file]))
        {
            if (item.Document is not { } document) continue;
            if (ArticleReader.TryRead(document, ArticleOptions.Default, out var article) is not null) continue;
            store.KeepDocuments([document]);
            entries.Add(PreparedEntry.Of(new LedgerEntry(document.Input, [document], ClaimFinder.Read(article!))));
        }

        store.Append(run, entries, []);
        store.EndRun(run);
    }
}
