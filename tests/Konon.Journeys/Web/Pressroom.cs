using System.Security.Cryptography;
using System.Text;
using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store;
using Xunit;

namespace Konon.Journeys.Web;

/// <summary>Adds pages to a ledger as if they had been fetched.</summary>
internal static class Pressroom
{
    /// <summary>Adds a page and settles the stories; the id of its article.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="url">The page's address.</param>
    /// <param name="fetchedAt">When it was fetched.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="paragraphs">Its text.</param>
    public static string Publish(LedgerStore store, string url, DateTimeOffset fetchedAt, string title, params string[] paragraphs)
    {
        var page = $"<!DOCTYPE html><html lang=\"id\"><head><title>{Html(title)}</title>"
            + $"<meta property=\"og:site_name\" content=\"Warta Uji\"></head><body><article><h1>{Html(title)}</h1>"
            + string.Concat(paragraphs.Select(words => $"<p>{Html(words)}</p>")) + "</article></body></html>";
        return Add(store, url, Encoding.UTF8.GetBytes(page), fetchedAt);
    }

    private static string Add(LedgerStore store, string url, byte[] bytes, DateTimeOffset fetchedAt)
    {
        var document = new Document
        {
            Input = url,
            Bytes = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Page = new PageFields(url, "utf-8"),
            Delivery = new Delivery { Url = url, FetchedAt = fetchedAt, ContentType = "text/html; charset=utf-8" },
        };
        Assert.Null(ArticleReader.TryRead(document, ArticleOptions.Default, out var article));
        var run = store.BeginRun("add", url + fetchedAt.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        store.KeepDocuments([document]);
        store.Append(run, [PreparedEntry.Of(new LedgerEntry(url, [document], ClaimFinder.Read(article!)))], []);
        store.EndRun(run);
        store.SettleStories();
        return ArticleKey.OfUrl(url).Id;
    }

    private static string Html(string words) => System.Net.WebUtility.HtmlEncode(words);
}
