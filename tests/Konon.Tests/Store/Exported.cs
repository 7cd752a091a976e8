using System.Text;
using Konon.Store;
using Konon.Store.Checks;
using Konon.Store.Out;
using Konon.Views.Exports;

namespace Konon.Tests.Store;

/// <summary>A ledger as a file, for comparing two.</summary>
internal static class Exported
{
    public static string Canonical(LedgerStore store, ExportOptions? options = null, ExportFilter? filter = null)
    {
        using var output = new MemoryStream();
        using var writer = ExportWriter.New(options ?? ExportOptions.Default with { WithText = true }, output);
        store.Export(filter ?? ExportFilter.All, writer.Add);
        writer.Finish();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static byte[] History(LedgerStore store, bool withDocuments = true)
    {
        using var output = new MemoryStream();
        store.ExportHistory(output, withDocuments);
        return output.ToArray();
    }

    /// <summary>The same, so that a difference shows the row that it is in.</summary>
    public static string[] HistoryLines(LedgerStore store) => Encoding.UTF8.GetString(History(store)).Split('\n');

    public static IReadOnlyList<string> Problems(LedgerStore store, bool quick = false)
    {
        var found = new List<string>();
        store.Verify(VerifyOptions.Default with { Quick = quick, Jobs = 2 }, problem => found.Add(problem.ToString()));
        return found;
    }
}
