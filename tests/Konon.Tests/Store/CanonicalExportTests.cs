using Konon.Bytes;
using Konon.Store;
using Konon.Store.Out;
using Konon.Views.Exports;
using Xunit;

namespace Konon.Tests.Store;

public class CanonicalExportTests
{
    private static readonly IReadOnlyList<Document> Coverage = Newsroom.Documents(60, seed: 7);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_same_documents_in_any_order_and_any_batches_are_the_same_export(int seed)
    {
        using var straight = new TemporaryLedger();
        TemporaryLedger.Add(straight.Store, Coverage);
        using var shuffled = new TemporaryLedger();
        var chance = new System.Random(seed);
        // Some come twice, or three times; batches are of one to nine.
        var order = Coverage.Concat(Coverage.Where(_ => chance.Next(3) == 0)).Concat(Coverage.Take(seed)).ToArray();
        chance.Shuffle(order);
        for (var at = 0; at < order.Length;)
        {
            var size = chance.Next(1, 10);
            TemporaryLedger.Add(shuffled.Store, order.Skip(at).Take(size));
            at += size;
        }

        Assert.Equal(Exported.Canonical(straight.Store), Exported.Canonical(shuffled.Store));
        Assert.Empty(Exported.Problems(shuffled.Store));
    }

    [Fact]
    public void A_run_that_was_stopped_anywhere_and_begun_again_is_the_same_export_and_sees_nothing_twice()
    {
        using var straight = new TemporaryLedger();
        Walk(straight, Coverage, stopAfter: int.MaxValue);
        using var stopped = new TemporaryLedger();
        var stops = 0;
        while (!Walk(stopped, Coverage, stopAfter: 5)) stops++;
        Assert.True(stops > 5, $"stopped {stops} times");
        Assert.Equal(Exported.Canonical(straight.Store), Exported.Canonical(stopped.Store));
        Assert.Equal(straight.Store.Count().Sightings, stopped.Store.Count().Sightings);
        Assert.Empty(Exported.Problems(stopped.Store));
    }

    [Fact]
    public void Two_ledgers_of_halves_become_equal_when_each_is_given_the_other_half()
    {
        using var one = new TemporaryLedger();
        using var other = new TemporaryLedger();
        TemporaryLedger.Add(one.Store, Coverage.Take(35));
        TemporaryLedger.Add(other.Store, Coverage.Skip(25));
        Assert.NotEqual(Exported.Canonical(one.Store), Exported.Canonical(other.Store));
        TemporaryLedger.Add(one.Store, Coverage.Skip(25));
        TemporaryLedger.Add(other.Store, Coverage.Take(35).Reverse());
        Assert.Equal(Exported.Canonical(one.Store), Exported.Canonical(other.Store));
    }

    [Theory]
    [InlineData(ExportFormat.Json, ExportTable.Claims)]
    [InlineData(ExportFormat.JsonLd, ExportTable.Claims)]
    [InlineData(ExportFormat.Markdown, ExportTable.Claims)]
    [InlineData(ExportFormat.Csv, ExportTable.Claims)]
    [InlineData(ExportFormat.Csv, ExportTable.Figures)]
    [InlineData(ExportFormat.Csv, ExportTable.Articles)]
    [InlineData(ExportFormat.Csv, ExportTable.Speakers)]
    public void Every_form_is_the_same_whatever_the_order(ExportFormat format, ExportTable table)
    {
        using var one = new TemporaryLedger();
        using var other = new TemporaryLedger();
        TemporaryLedger.Add(one.Store, Coverage);
        foreach (var document in Coverage.Reverse()) TemporaryLedger.Add(other.Store, document);
        var options = new ExportOptions { Format = format, Table = table };
        Assert.Equal(Exported.Canonical(one.Store, options), Exported.Canonical(other.Store, options));
    }

    [Fact]
    public void A_newer_reader_takes_a_document_for_another_article_and_the_older_one_says_nothing_any_more()
    {
        using var ledger = new TemporaryLedger("konon 0.1.0");
        var document = TemporaryLedger.Document("a.txt", "Banjir merendam 12 rumah, kata Gubernur Siti Maryam, Senin (3/3/2025).");
        TemporaryLedger.Add(ledger.Store, document);
        using var newer = ledger.Open("konon 0.2.0");
        var entry = TemporaryLedger.Read(document);
        var article = entry.Reading.Article with { Url = "https://kabar.example/banjir" };
        var moved = entry with { Reading = entry.Reading with { Article = article } };
        var run = newer.BeginRun("test", "again");
        newer.Append(run, [PreparedEntry.Of(moved)], []);
        var current = Assert.Single(newer.Current());
        Assert.Equal("url:https://kabar.example/banjir", current.Key);
    }

    [Fact]
    public void A_clock_that_jumps_to_and_fro_changes_nothing_that_an_article_says()
    {
        using var straight = new TemporaryLedger();
        TemporaryLedger.Add(straight.Store, Coverage);
        using var jumping = new TemporaryLedger(time: new JumpingTime());
        foreach (var piece in Coverage.Chunk(7)) TemporaryLedger.Add(jumping.Store, piece);
        Assert.Equal(Exported.Canonical(straight.Store), Exported.Canonical(jumping.Store));
        Assert.Empty(Exported.Problems(jumping.Store));
        using var restored = new TemporaryLedger();
        restored.Store.Import(new MemoryStream(Exported.History(jumping.Store)));
        Assert.Equal(Exported.HistoryLines(jumping.Store), Exported.HistoryLines(restored.Store));
    }

    [Fact]
    public void Days_and_outlets_choose_articles()
    {
        using var ledger = new TemporaryLedger();
        TemporaryLedger.Add(ledger.Store, Coverage);
        var lines = Lines(ExportFilter.All);
        var early = Lines(new ExportFilter { Until = new DateOnly(2025, 3, 10) });
        var late = Lines(new ExportFilter { Since = new DateOnly(2025, 3, 11) });
        Assert.Equal(lines.Count(line => line.Contains("\"published\":{", StringComparison.Ordinal)), early.Length + late.Length);
        Assert.NotEmpty(early);
        Assert.Empty(Lines(new ExportFilter { Outlet = "nobody" }));

        string[] Lines(ExportFilter filter) =>
            Exported.Canonical(ledger.Store, filter: filter).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // What the command does: look up, keep, append in batches of four; then the machine goes down, or it ends.
    private static bool Walk(TemporaryLedger ledger, IReadOnlyList<Document> documents, int stopAfter)
    {
        using var store = ledger.Open();
        var run = store.BeginRun("add", "coverage");
        using var lookup = store.LookUp(run);
        foreach (var batch in documents.Chunk(4))
        {
            if (stopAfter <= 0) return false;
            var states = batch.Select(document => (document, state: lookup.Of(document))).ToList();
            var entries = states.Where(one => one.state == DocumentState.New).Select(one => TemporaryLedger.Read(one.document)).ToList();
            foreach (var entry in entries) store.KeepDocuments(entry.Documents);
            stopAfter -= entries.Count;
            if (stopAfter <= 0) return false;
            var known = states.Where(one => one.state == DocumentState.Known).Select(one => one.document);
            store.Append(run, [.. entries.Select(PreparedEntry.Of)], [.. known]);
        }

        store.EndRun(run);
        return true;
    }

    // Years ahead, years back, and now and then the same moment again.
    private sealed class JumpingTime : TimeProvider
    {
        private static readonly int[] Days = [0, 4_000, -3_000, 0, 1, -20_000];
        private int _asked;

        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(Days[_asked++ % Days.Length]);
    }
}
