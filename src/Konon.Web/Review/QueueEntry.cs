using Konon.Claims;
using Konon.Ledger.Review;
using Konon.Store;
using Konon.Store.Review;
using Konon.Store.Search;

namespace Konon.Web.Review;

/// <summary>A claim of the queue, as a person needs it to decide.</summary>
/// <param name="Row">What the queue lists.</param>
/// <param name="Claim">The claim as people left it.</param>
/// <param name="Reading">The article in which its spans stand.</param>
/// <param name="Review">How it stands, with the decisions on it.</param>
public sealed record QueueEntry(ReviewRow Row, Claim Claim, Reading Reading, ClaimReview Review)
{
    /// <summary>Reads the articles of some rows, each once.</summary>
    internal static IReadOnlyList<QueueEntry> Of(LedgerStore store, IReadOnlyList<ReviewRow> rows)
    {
        var articles = rows.Select(row => row.Article).Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => store.Find(id) is ArticleItem item ? store.Effective(item.Stored) : null, StringComparer.Ordinal);
        var entries = new List<QueueEntry>(rows.Count);
        foreach (var row in rows)
        {
            if (articles[row.Article] is not { } reviewed) continue;
            var at = reviewed.Claims.ToList().FindIndex(claim => claim.Id == row.Id);
            if (at < 0) continue;
            entries.Add(new QueueEntry(row, reviewed.Reading.Claims[at], reviewed.Reading, reviewed.Claims[at]));
        }

        return entries;
    }
}
