using Konon.Ledger.Listing;
using Konon.Ledger.Search;
using Konon.Store;
using Konon.Store.Search;
using Xunit;

namespace Konon.Tests.Store.Search;

/// <summary>A ledger with a little coverage of one flood, to be asked.</summary>
internal sealed class FloodLedger : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    public FloodLedger(bool reversed = false)
    {
        (string Url, string Day, string Text)[] rows =
        [
            ("https://kabar.example/1", "2025-03-04", "Banjir Sukamaju\n\n\"Banjir merendam 120 rumah di Sukamaju,\" kata Kepala BPBD Rahmat Santoso, Selasa (4/3/2025)."),
            ("https://kabar.example/2", "2025-03-05", "Banjir Meluas\n\n\"Setidaknya 1.340 rumah terendam banjir,\" kata Kepala BPBD Rahmat Santoso, Rabu (5/3/2025)."),
            ("https://pagi.example/3", "2025-03-06", "Bupati Bantah\n\nBupati Dewi Lestari membantah tanggul itu rapuh, Kamis (6/3/2025). \"Tentara dikerahkan ke Sukamaju,\" ujar Dewi Lestari."),
            ("https://pagi.example/4", "2025-04-01", "Longsor\n\n\"Longsor menutup jalan,\" kata Kepala BPBD Rahmat Santoso, Selasa (1/4/2025)."),
            ("https://daily.example/5", "2025-04-02", "Army deployed\n\n\"The army deployed 500 soldiers to the flooded villages,\" said governor Anna Miller on Wednesday."),
        ];
        foreach (var (url, day, text) in reversed ? rows.Reverse() : rows) TemporaryLedger.Add(_ledger.Store, TemporaryLedger.Row(url, url, text, day));
    }

    public LedgerStore Store => _ledger.Store;

    public TemporaryLedger Ledger => _ledger;

    public IReadOnlyList<ClaimRow> Claims(string text) => [.. Pages(text, 1000).SelectMany(page => page.Rows)];

    public IEnumerable<LedgerPage<ClaimRow>> Pages(string text, int limit)
    {
        var query = Parse(text);
        var asked = new ClaimQuery { Words = query.Words, Filter = query.Filter, Limit = limit };
        while (true)
        {
            var page = Store.Claims(asked);
            yield return page;
            if (page.Next is null) yield break;
            asked = asked with { Cursor = page.Next };
        }
    }

    public static SearchQuery Parse(string text)
    {
        Assert.Null(SearchQuery.TryParse(text, out var query));
        return query!;
    }

    public void Dispose() => _ledger.Dispose();
}
