using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store;

namespace Konon.Tests.Store;

/// <summary>A ledger in a folder of its own, which goes with it.</summary>
internal sealed class TemporaryLedger : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("konon-ledger-");

    public TemporaryLedger(string reader = "konon 0.1.0", TimeProvider? time = null)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "konon.db");
        Store = Open(reader, time);
    }

    public string Path { get; }

    public LedgerStore Store { get; }

    public LedgerStore Open(string reader = "konon 0.1.0", TimeProvider? time = null) =>
        LedgerStore.Open(Path, time ?? TimeProvider.System, LedgerOptions.Default with { Create = true, Reader = reader });

    /// <summary>A document as a file of that name would give it.</summary>
    public static Document Document(string input, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Document { Input = input, Bytes = bytes, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) };
    }

    /// <summary>A document as a row with an address would give it.</summary>
    public static Document Row(string input, string url, string text, string? published = null) =>
        Document(input, url + "\n" + text) with { Row = new RowFields(null, url, null, null, published, text) };

    public static LedgerEntry Read(Document document)
    {
        Xunit.Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        return new LedgerEntry(document.Input, [document], ClaimFinder.Read(article!));
    }

    /// <summary>Adds documents as one run of a command would.</summary>
    public static AppendCounts Add(LedgerStore store, params IEnumerable<Document> documents)
    {
        var entries = documents.Select(Read).ToList();
        foreach (var entry in entries) store.KeepDocuments(entry.Documents);
        var run = store.BeginRun("test", Guid.NewGuid().ToString());
        var counts = store.Append(run, [.. entries.Select(PreparedEntry.Of)], []);
        store.EndRun(run);
        return counts;
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
