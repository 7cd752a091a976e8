using Konon.Store;
using Xunit;

namespace Konon.Tests.Store;

public class BackupTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    public BackupTests() => TemporaryLedger.Add(_ledger.Store, Newsroom.Documents(20, seed: 4));

    private string Copy => _ledger.Path + ".copy";

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void A_copy_is_the_same_ledger()
    {
        var counts = _ledger.Store.BackUp(Copy);
        Assert.Equal(_ledger.Store.Count().Documents, counts.Copied);
        using var copy = LedgerStore.Open(Copy, TimeProvider.System, LedgerOptions.Default);
        Assert.Equal(Exported.History(_ledger.Store), Exported.History(copy));
        Assert.Empty(Exported.Problems(copy));
        Assert.False(File.Exists(Copy + ".part"));
    }

    [Fact]
    public void A_second_time_only_what_is_new_is_copied_and_what_went_goes()
    {
        _ledger.Store.BackUp(Copy);
        TemporaryLedger.Add(_ledger.Store, TemporaryLedger.Document("baru.txt", "Jalan ditutup, kata Bupati Doni Prakoso, Senin (3/3/2025)."));
        // As forgetting does: the row that needs the document goes, and its bytes.
        var orphan = TemporaryLedger.Document("lupa.txt", "Kata-kata yang harus dilupakan.");
        new DocumentVault(Copy + ".files").Keep(orphan.Sha256, orphan.Bytes.Span);
        Assert.Equal(new BackupCounts(1, 1, 0), _ledger.Store.BackUp(Copy));
        using var copy = LedgerStore.Open(Copy, TimeProvider.System, LedgerOptions.Default);
        Assert.Equal(Exported.History(_ledger.Store), Exported.History(copy));
        Assert.DoesNotContain(orphan.Sha256, copy.Documents.All());
    }

    [Fact]
    public async Task A_copy_made_while_others_write_holds_together()
    {
        using var stop = new CancellationTokenSource();
        var ready = new TaskCompletionSource();
        var writing = Task.Run(
            () =>
            {
                using var store = _ledger.Open();
                foreach (var document in Newsroom.Documents(400, seed: 21).TakeWhile(_ => !stop.IsCancellationRequested))
                {
                    TemporaryLedger.Add(store, document);
                    ready.TrySetResult();
                }
            },
            TestContext.Current.CancellationToken);
        await ready.Task;
        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(0, _ledger.Store.BackUp(Copy).Missing);
            using var copy = LedgerStore.Open(Copy, TimeProvider.System, LedgerOptions.Default);
            Assert.Empty(Exported.Problems(copy));
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public void It_is_not_made_over_the_ledger_itself_nor_over_a_file_of_somebody_else()
    {
        if (_ledger.IsFile) Assert.Equal(LedgerFault.Itself, Assert.Throws<LedgerException>(() => _ledger.Store.BackUp(_ledger.Path)).Fault);
        File.WriteAllText(Copy, "catatan harian, bukan cadangan");
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => _ledger.Store.BackUp(Copy)).Fault);
        Assert.Equal("catatan harian, bukan cadangan", File.ReadAllText(Copy));
    }
}
