using Konon.Ledger;
using Konon.Store;
using Xunit;

namespace Konon.Tests.Store;

public class LedgerStoreTests
{
    private const string Flood = "Banjir merendam 120 rumah di Desa Sukamaju, kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025).";
    private const string Later = "Banjir merendam 340 rumah di Desa Sukamaju, kata Kepala BPBD Rahmat Santoso, Rabu (5/3/2025).";

    [Fact]
    public void Gives_back_what_was_read()
    {
        using var ledger = new TemporaryLedger();
        var entry = TemporaryLedger.Read(TemporaryLedger.Document("a.txt", Flood));
        TemporaryLedger.Add(ledger.Store, TemporaryLedger.Document("a.txt", Flood));
        var stored = Assert.Single(ledger.Store.Current());
        Assert.Equal(ReadingRecord.Write(entry.Reading), ReadingRecord.Write(stored.Read()));
        Assert.NotEmpty(stored.Read().Claims);
        Assert.Equal("a.txt", stored.Input);
    }

    [Fact]
    public void The_same_input_again_adds_nothing_but_a_sighting()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, TemporaryLedger.Document("a.txt", Flood));
        var before = ledger.Store.Count();
        var counts = TemporaryLedger.Add(ledger.Store, TemporaryLedger.Document("b.txt", Flood));
        var after = ledger.Store.Count();
        Assert.Equal(new AppendCounts(0, 0, 1), counts);
        Assert.Equal((before.Articles, before.Readings, before.Claims, before.Documents), (after.Articles, after.Readings, after.Claims, after.Documents));
        Assert.Equal(before.Sightings + 1, after.Sightings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_version_published_last_is_current_whichever_came_first(bool laterFirst)
    {
        using var ledger = new TemporaryLedger();
        var one = TemporaryLedger.Row("a", "https://kabar.example/banjir", Flood, "2025-03-04");
        var two = TemporaryLedger.Row("b", "http://kabar.example/banjir?utm_source=x#top", Later, "2025-03-05");
        TemporaryLedger.Add(ledger.Store, laterFirst ? two : one);
        TemporaryLedger.Add(ledger.Store, laterFirst ? one : two);
        var current = Assert.Single(ledger.Store.Current());
        Assert.Contains("340 rumah", current.Read().Article.Text, StringComparison.Ordinal);
        Assert.Equal(2, ledger.Store.ReadingsOf(current.Article).Count);
    }

    [Fact]
    public void A_stopped_run_goes_on_and_knows_what_it_saw()
    {
        using var ledger = new TemporaryLedger();
        var document = TemporaryLedger.Document("a.txt", Flood);
        var run = ledger.Store.BeginRun("add", "folder");
        ledger.Store.KeepDocuments([document]);
        ledger.Store.Append(run, [PreparedEntry.Of(TemporaryLedger.Read(document))], []);

        using var again = ledger.Open();
        var resumed = again.BeginRun("add", "folder");
        using (var lookup = again.LookUp(resumed))
        {
            Assert.Equal(DocumentState.SeenInThisRun, lookup.Of(document));
            Assert.Equal(DocumentState.New, lookup.Of(TemporaryLedger.Document("b.txt", Later)));
        }

        again.EndRun(resumed);
        var fresh = again.BeginRun("add", "folder");
        using var other = again.LookUp(fresh);
        Assert.Equal(DocumentState.Known, other.Of(document));
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_a_fault_where_it_is_only_read()
    {
        var fault = Assert.Throws<LedgerException>(() => LedgerStore.Open("/nowhere/konon.db", TimeProvider.System, LedgerOptions.Default));
        Assert.Equal(LedgerFault.Missing, fault.Fault);
    }
}
