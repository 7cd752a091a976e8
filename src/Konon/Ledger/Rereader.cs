using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;

namespace Konon.Ledger;

/// <summary>Reads kept documents again, as they were read when they came.</summary>
public static class Rereader
{
    // What was kept was let in once, under whatever limit; it is not refused for its size now.
    private static readonly ArticleOptions Limits = ArticleOptions.Default with { MaxTextBytes = int.MaxValue };

    /// <summary>Reads the documents that an article was made of.</summary>
    /// <param name="parts">
    /// The documents: the one with the text first. Behind it, where there is one, the page that showed a part and named the
    /// first as showing
    /// all of it: the article stands at that page's address.
    /// </param>
    /// <param name="reading">The reading; null where refused.</param>
    /// <returns>Why there is none; null where there is one.</returns>
    public static ArticleRefusal? TryRead(IReadOnlyList<Document> parts, out Reading? reading)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("there is no document", nameof(parts));
        reading = null;
        if (ArticleReader.TryRead(parts[0], Limits, out var article) is { } refusal) return refusal;
        if (parts.Count > 1 && ArticleReader.TryRead(parts[^1], Limits, out var part) is null) article = article! with { Url = part!.Url };
        reading = ClaimFinder.Read(article!);
        return null;
    }
}
