using Konon.Bytes;
using Konon.Ledger;
using Konon.Store;
using Xunit;

namespace Konon.Tests.Store.Rereading;

public class RereadingTests
{
    private const string Flood = "Banjir merendam 120 rumah di Desa Sukamaju, kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025).";

    [Fact]
    public void Afterwards_the_ledger_says_what_a_fresh_one_says()
    {
        using var ledger = new TemporaryLedger();
        using var fresh = new TemporaryLedger("konon 0.2.0");
        AddAsOldReader(ledger.Store, Documents());
        TemporaryLedger.Add(fresh.Store, Documents());
        using var newer = ledger.Open("konon 0.2.0");
        Assert.NotEqual(Canonical(fresh.Store), Canonical(newer));
        var before = newer.Count();
        ReadAll(newer);
        Assert.Equal(Canonical(fresh.Store), Canonical(newer));
        Assert.Equal(before.Sightings, newer.Count().Sightings);
        Assert.Equal(before.Articles, newer.Count().Articles);
        // The older readings stay and say by what they were superseded.
        Assert.Equal(2 * before.Readings, newer.Count().Readings);
    }

    [Fact]
    public void A_stopped_run_goes_on_with_what_is_left()
    {
        using var ledger = new TemporaryLedger();
        AddAsOldReader(ledger.Store, Documents());
        using var newer = ledger.Open("konon 0.2.0");
        Assert.Equal(3, newer.CountPending());
        newer.AppendAgain([newer.ReadAgain(newer.Pending().First()).Entry!]);
        Assert.Equal(2, newer.CountPending());
        ReadAll(newer);
        Assert.Equal(0, newer.CountPending());
        Assert.Equal(3, newer.CountPending(all: true));
    }

    [Fact]
    public void What_a_newer_version_read_is_left_alone()
    {
        using var ledger = new TemporaryLedger("konon 0.10.0");
        TemporaryLedger.Add(ledger.Store, Documents());
        using var older = ledger.Open("konon 0.9.0");
        Assert.Equal(0, older.CountPending(all: true));
    }

    [Fact]
    public void With_all_a_reading_that_its_own_version_gives_no_longer_is_superseded()
    {
        using var ledger = new TemporaryLedger();
        AddAsOldReader(ledger.Store, Documents());
        Assert.Equal(0, ledger.Store.CountPending());
        ReadAll(ledger.Store, all: true);
        using var fresh = new TemporaryLedger();
        TemporaryLedger.Add(fresh.Store, Documents());
        Assert.Equal(Canonical(fresh.Store), Canonical(ledger.Store));
    }

    [Fact]
    public void An_article_whose_text_stands_on_another_page_keeps_its_address()
    {
        using var ledger = new TemporaryLedger();
        var part = Page("https://kabar.example/banjir", "<p>Banjir merendam rumah di Desa Sukamaju sejak pagi tadi.</p>");
        var whole = Page("https://kabar.example/banjir?page=all", $"<p>{Flood}</p><p>Warga mengungsi ke balai desa sejak pagi.</p>");
        var read = TemporaryLedger.Read(whole).Reading;
        var entry = new LedgerEntry("a", [whole, part], read with { Article = read.Article with { Url = "https://kabar.example/banjir" } });
        ledger.Store.KeepDocuments(entry.Documents);
        ledger.Store.Append(ledger.Store.BeginRun("test", "whole"), [PreparedEntry.Of(entry)], []);
        using var newer = ledger.Open("konon 0.2.0");
        ReadAll(newer);
        var current = Assert.Single(newer.Current());
        Assert.Equal(("url:https://kabar.example/banjir", "konon 0.2.0"), (current.Key, current.Reader));
    }

    [Fact]
    public void A_later_part_that_changes_supersedes_what_the_first_part_gave_before()
    {
        using var ledger = new TemporaryLedger();
        var first = Page("https://kabar.example/banjir", $"<p>{Flood}</p><div class='paging'><b>1</b> <a href='/banjir/2'>2</a></div>");
        foreach (var (run, words) in ((string, string)[])[("one", "Warga mengungsi ke balai desa."), ("two", "Warga sudah pulang dari balai desa.")])
        {
            var second = Page(
                "https://kabar.example/banjir/2", $"<p>{words}</p><div class='paging'><a href='/banjir'>1</a> <b>2</b></div>");
            Assert.Null(Rereader.TryRead([first, second], out var reading));
            ledger.Store.KeepDocuments([first, second]);
            ledger.Store.Append(ledger.Store.BeginRun("test", run), [PreparedEntry.Of(new LedgerEntry("a", [first, second], reading!))], []);
        }

        Assert.Contains("sudah pulang", Assert.Single(ledger.Store.Current()).Read().Article.Text, StringComparison.Ordinal);
        Assert.Empty(Exported.Problems(ledger.Store));
        using var restored = new TemporaryLedger();
        restored.Store.Import(new MemoryStream(Exported.History(ledger.Store)));
        Assert.Equal(Canonical(ledger.Store), Canonical(restored.Store));
        Assert.Empty(Exported.Problems(restored.Store));
    }

    [Fact]
    public void Bytes_that_are_gone_are_told()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, TemporaryLedger.Document("a.txt", Flood));
        using var newer = ledger.Open("konon 0.2.0");
        var pending = Assert.Single(newer.Pending());
        newer.Documents.Erase(pending.Sha256);
        Assert.Equal("its bytes are not kept", newer.ReadAgain(pending).Refusal);
    }

    private static Document[] Documents() =>
    [
        TemporaryLedger.Document("a.txt", Flood),
        TemporaryLedger.Row("b", "https://kabar.example/banjir", Flood.Replace("120", "130", StringComparison.Ordinal), "2025-03-04"),
        TemporaryLedger.Row("c", "https://kabar.example/banjir", Flood.Replace("120", "340", StringComparison.Ordinal), "2025-03-05"),
    ];

    private static Document Page(string url, string body) =>
        TemporaryLedger.Document("a", $"<html><body><article><h1>Banjir di Sukamaju</h1>{body}</article></body></html>") with
        {
            Page = new PageFields(url, "utf-8"),
            Delivery = new Delivery { Url = url, ContentType = "text/html" },
        };

    // An older reader found no claims.
    private static void AddAsOldReader(LedgerStore store, IReadOnlyList<Document> documents)
    {
        var entries = documents.Select(TemporaryLedger.Read)
            .Select(entry => entry with { Reading = entry.Reading with { Claims = [] } })
            .ToList();
        foreach (var entry in entries) store.KeepDocuments(entry.Documents);
        var run = store.BeginRun("test", "old");
        store.Append(run, [.. entries.Select(PreparedEntry.Of)], []);
        store.EndRun(run);
    }

    private static void ReadAll(LedgerStore store, bool all = false) =>
        store.AppendAgain([.. store.Pending(all).ToList().Select(pending => store.ReadAgain(pending).Entry!)]);

    private static string Canonical(LedgerStore store) => string.Join('\n', store.Current().Select(stored =>
        stored.Article + stored.Id + stored.Reader + System.Text.Encoding.UTF8.GetString(ReadingRecord.Write(stored.Read()))));
}
