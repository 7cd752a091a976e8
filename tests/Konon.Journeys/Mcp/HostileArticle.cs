using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store;
using Xunit;

namespace Konon.Journeys.Mcp;

/// <summary>Puts an article into a ledger that a test is served from.</summary>
internal static class HostileArticle
{
    public static void Add(LedgerStore store, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var document = new Document { Input = sha256[..8] + ".txt", Bytes = bytes, Sha256 = sha256 };
        Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        store.KeepDocuments([document]);
        var run = store.BeginRun("test", sha256);
        store.Append(run, [PreparedEntry.Of(new LedgerEntry(document.Input, [document], ClaimFinder.Read(article!)))], []);
        store.EndRun(run);
        store.SettleStories();
    }
}
