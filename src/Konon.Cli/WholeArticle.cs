using Konon.Articles;
using Konon.Articles.Pages;
using Konon.Bytes;
using Konon.Intake;

namespace Konon.Cli;

/// <summary>Fetches the rest of an article whose page shows a part: the page that has all of it, else part by part.</summary>
/// <param name="coverage">What fetches; an article that was not fetched stays as it is.</param>
/// <param name="limits">How each page is read.</param>
internal sealed class WholeArticle(Coverage coverage, ArticleOptions limits)
{
    // Outlets part an article in two to five; what has more is a gallery or a trap.
    private const int MostParts = 12;
    private const int MostEmpty = 2;

    /// <summary>The article, whole where its other pages can be had.</summary>
    /// <param name="part">What its page showed.</param>
    /// <param name="document">That page.</param>
    /// <returns>
    /// The article, and the documents that it was read from, as <see cref="ArticlePages"/> puts them together: the one whose digest it bears,
    /// then the others.
    /// </returns>
    public (Article Article, IReadOnlyList<Document> Documents) Of(Article part, Document document)
    {
        if (part.OtherPages.Whole is { } address && Read(address, document) is { } whole)
        {
            // A page that asks for a subscription or shows another part has no more text.
            if (whole.Article.Text.Length > part.Text.Length) return Together([whole, (part, document)]);
        }

        var first = part.OtherPages is { Number: > 1, Parts: [var start, ..] } ? Read(start, document) : (part, document);
        return first is { } found && ArticlePages.IsFirstOfParts(found.Article) ? Together(Parts(found)) : (part, [document]);
    }

    private static (Article Article, IReadOnlyList<Document> Documents) Together(List<(Article Article, Document Document)> pages) =>
        (ArticlePages.Of(pages.ConvertAll(page => page.Article)), pages.ConvertAll(page => page.Document));

    /// <summary>One part after another, for as long as each has words of its own; later parts may link still later ones.</summary>
    private List<(Article Article, Document Document)> Parts((Article Article, Document Document) first)
    {
        var waiting = new Queue<string>(first.Article.OtherPages.Parts);
        var known = waiting.ToHashSet(StringComparer.Ordinal);
        var pages = new List<(Article Article, Document Document)> { first };
        var joined = first.Article;
        var empty = 0;
        for (var read = 1; read < MostParts && empty < MostEmpty && waiting.TryDequeue(out var address); read++)
        {
            if (Read(address, first.Document) is not var (next, document)) break;
            // The first part goes by several addresses: it has no words that are not there already.
            var longer = next.OtherPages.Number > 1 ? PageJoiner.Join(joined, [next]) : joined;
            if (longer.Text.Length == joined.Text.Length) empty++;
            else pages.Add((next, document));
            joined = longer;
            foreach (var later in next.OtherPages.Parts)
            {
                if (known.Add(later)) waiting.Enqueue(later);
            }
        }

        return pages;
    }

    private (Article Article, Document Document)? Read(string address, Document document) =>
        coverage.ReadOther(address, document) is { } other && ArticleReader.TryRead(other, limits, out var article) is null
            ? (article!, other)
            : null;
}
