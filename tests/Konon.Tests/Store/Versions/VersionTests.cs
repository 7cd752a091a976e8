using Konon.Bytes;
using Konon.Store;
using Konon.Store.Versions;
using Xunit;

namespace Konon.Tests.Store.Versions;

public class VersionTests
{
    private const string Url = "https://kabar.example/banjir";
    private const string Lead = "Banjir merendam # rumah di Desa Sukamaju, kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025).";
    private static readonly DateTimeOffset Noon = new(2025, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_version_says_whether_the_page_admits_the_edit()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(
            ledger.Store, Fetched(0, "120"), Fetched(1, "120", "<!-- iklan lain -->"),
            Fetched(2, "340"), Fetched(3, "350", "<p>Ralat: 350 rumah, bukan 340 rumah.</p>"));
        var versions = ledger.Store.Versions(Url);
        Assert.Equal(
            [VersionChange.First, VersionChange.OnlyFurniture, VersionChange.Silent, VersionChange.Corrected],
            versions.Select(version => version.Change));
        Assert.Equal([1, 1, 2, 3], versions.Select(version => version.Number));
        Assert.Equal([false, false, false, true], versions.Select(version => version.IsCurrent));
        Assert.Equal(Noon.AddHours(2), versions[2].FirstSeen);
    }

    [Fact]
    public void A_text_that_came_back_is_a_version_again()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Fetched(0, "120"), Fetched(1, "340"));
        TemporaryLedger.Add(ledger.Store, Fetched(2, "120") with { Bytes = Fetched(0, "120").Bytes, Sha256 = Fetched(0, "120").Sha256 });
        Assert.Equal([1, 2, 3], ledger.Store.Versions(Url).Select(version => version.Number));
    }

    [Fact]
    public void The_same_bytes_read_by_a_newer_version_are_no_edit()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Fetched(0, "120"));
        using (var newer = ledger.Open("konon 0.2.0"))
        {
            // The newer reader leaves out a claim, as a better one may.
            var entry = TemporaryLedger.Read(Fetched(0, "120"));
            newer.AppendAgain([PreparedEntry.Of(entry with { Reading = entry.Reading with { Claims = [] } })]);
            Assert.Empty(Assert.Single(newer.Current()).Read().Claims);
        }

        Assert.Equal(VersionChange.First, Assert.Single(ledger.Store.Versions(Url)).Change);
    }

    [Fact]
    public void Versions_that_no_one_reader_read_are_read_alike_before_they_are_compared()
    {
        using var ledger = new TemporaryLedger();
        // What an older reader made of the first page has a word too many.
        var entry = TemporaryLedger.Read(Fetched(0, "120"));
        var article = entry.Reading.Article;
        var run = ledger.Store.BeginRun("test", "old");
        ledger.Store.KeepDocuments(entry.Documents);
        ledger.Store.Append(run, [PreparedEntry.Of(entry with { Reading = entry.Reading with { Article = article with { Text = article.Text + "\nIklan" } } })], []);
        using var newer = ledger.Open("konon 0.2.0");
        TemporaryLedger.Add(newer, Fetched(1, "120", "<!-- lain -->"));
        Assert.Equal([VersionChange.First, VersionChange.OnlyFurniture], newer.Versions(Url).Select(version => version.Change));
        newer.Documents.Erase(entry.Documents[0].Sha256);
        Assert.Contains(newer.Versions(Url), version => version.Change == VersionChange.Unknown);
    }

    [Fact]
    public void An_article_is_found_by_whatever_it_is_called()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Fetched(0, "120"));
        var id = Assert.Single(ledger.Store.Current()).Article;
        Assert.All(
            (string[])[id, Url, "http://KABAR.example/banjir?utm_source=x", "page0"], name => Assert.Single(ledger.Store.Versions(name)));
        Assert.Empty(ledger.Store.Versions("nobody"));
    }

    private static Document Fetched(int hour, string houses, string more = "")
    {
        var lead = Lead.Replace("#", houses, StringComparison.Ordinal);
        var html = "<html><head><title>Banjir di Sukamaju</title></head><body><article><h1>Banjir di Sukamaju</h1>"
            + $"<p>{lead}</p><p>Warga mengungsi ke balai desa sejak pagi dan menunggu air surut di sana.</p>{more}</article></body></html>";
        return TemporaryLedger.Document("page" + hour, html) with
        {
            Page = new PageFields(Url, "utf-8"),
            Delivery = new Delivery { Url = Url, FetchedAt = Noon.AddHours(hour), ContentType = "text/html; charset=utf-8" },
        };
    }
}
