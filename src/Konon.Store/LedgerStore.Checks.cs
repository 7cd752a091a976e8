using Dapper;
using Konon.Store.Checks;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // What is kept becomes a row within a batch's time; what is older by this much has been left behind.
    private static readonly TimeSpan QueueGrace = TimeSpan.FromDays(30);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Checks everything against everything else; empty where all is well. Others may write meanwhile.</summary>
    /// <param name="options">How thoroughly.</param>
    /// <param name="each">Given each finding as it is found.</param>
    public void Verify(VerifyOptions options, Action<LedgerProblem> each)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(each);
        UseOnce(connection =>
        {
            using var transaction = Database.BeginRead(connection);
            foreach (var problem in new Verifier(Database, Documents, transaction, _options.Reader, options).Problems()) each(problem);
            return 0;
        });
    }

    /// <summary>
    /// Erases kept documents that no row needs, and files that were left half written, older than an hour; in a ledger that a queue feeds
    /// older
    /// than thirty days, since documents wait there before they have rows.
    /// </summary>
    /// <returns>How many files went.</returns>
    public int Tidy() => Write((connection, transaction) =>
    {
        // As a writer, so that nobody can commit a row that needs one of them in between.
        var rows = connection.Query<string>("SELECT sha256 FROM documents", transaction: transaction, buffered: false);
        var known = rows.ToHashSet(StringComparer.Ordinal);
        var isFed = connection.QuerySingle<long>("SELECT COUNT(*) FROM runs WHERE kind = @QueueKind", new { QueueKind }, transaction) > 0;
        var before = _time.GetUtcNow() - (isFed ? QueueGrace : Grace);
        var erased = 0;
        GuardFiles(() =>
        {
            foreach (var sha256 in Documents.All().Where(sha256 => !known.Contains(sha256)).ToList())
            {
                if (Documents.KeptAt(sha256) >= before) continue;
                Documents.Erase(sha256);
                erased++;
            }

            var unfinished = Documents.Unfinished().Count();
            Documents.Tidy(before);
            erased += unfinished - Documents.Unfinished().Count();
        });
        return erased;
    });
}
