using Konon.Ledger.Review;
using Konon.Stories;

namespace Konon.Store.Review;

/// <summary>All that people decided on claims and speakers at one time, to go over many readings with. Immutable, thread-safe.</summary>
public sealed class ReviewBook
{
    private readonly Dictionary<string, List<Decision>> _ofArticle = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _names;

    internal ReviewBook(IReadOnlyList<Decision> onClaims, IReadOnlyDictionary<string, string> names)
    {
        _names = names;
        foreach (var decision in onClaims)
        {
            if (decision.Article is not { } article) continue;
            if (!_ofArticle.TryGetValue(article, out var own)) _ofArticle.Add(article, own = []);
            own.Add(decision);
        }
    }

    /// <summary>The reading with every decision applied.</summary>
    public ReviewedReading Effective(StoredReading stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return ReviewedReading.Of(stored.Read(), _ofArticle.GetValueOrDefault(stored.Article) ?? [], _names.Count == 0 ? null : NameOf);
    }

    private string? NameOf(Claims.Speaker speaker) => _names.GetValueOrDefault(SpeakerKey.Of(speaker));
}
