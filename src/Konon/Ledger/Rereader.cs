using Konon.Articles;
using Konon.Articles.Pages;
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
    /// The documents, in order: one, or those of an article in several pages, which are put together by <see cref="ArticlePages"/>. A
    /// page behind the first that is refused is left out.
    /// </param>
    /// <param name="reading">The reading; null where refused.</param>
    /// <returns>Why there is none; null where there is one.</returns>
    public static ArticleRefusal? TryRead(IReadOnlyList<Document> parts, out Reading? reading)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("there is no document", nameof(parts));
        reading = null;
        if (ArticleReader.TryRead(parts[0], Limits, out var first) is { } refusal) return refusal;
        var pages = new List<Article>(parts.Count) { first! };
        foreach (var part in parts.Skip(1))
        {
            if (ArticleReader.TryRead(part, Limits, out var page) is null) pages.Add(page!);
        }

        reading = ClaimFinder.Read(ArticlePages.Of(pages));
        return null;
    }
}
