namespace Konon.Articles.Pages;

/// <summary>Makes one article of the pages that it was read from, the same way when they come and when they are read again.</summary>
public static class ArticlePages
{
    /// <summary>The article. Linear in the texts.</summary>
    /// <param name="pages">
    /// What was read from each page. The first one gives title, times and byline; where it is the first of several parts and links others, the
    /// later parts follow in order, and the address is its own. Else it shows all of the article, and the last one is the page that led
    /// to it: the article stands at that page's address.
    /// </param>
    /// <exception cref="ArgumentException">There is no page.</exception>
    public static Article Of(IReadOnlyList<Article> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Count == 0) throw new ArgumentException("there is no page", nameof(pages));
        var first = pages[0];
        if (pages.Count == 1) return first;
        // A first part goes by several addresses: one that stands among the others has nothing new.
        return IsFirstOfParts(first)
            ? PageJoiner.Join(first, pages.Skip(1).Where(page => page.OtherPages.Number > 1))
            : first with { Url = pages[^1].Url };
    }

    /// <summary>Whether a page is the first part of an article and links others.</summary>
    public static bool IsFirstOfParts(Article page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.OtherPages is { Number: 1, Parts.Count: > 0 };
    }
}
