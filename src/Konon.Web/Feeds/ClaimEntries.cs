using Konon.Claims;
using Konon.Ledger;
using Konon.Ledger.Listing;
using Konon.Store;
using Konon.Web.Http;

namespace Konon.Web.Feeds;

/// <summary>Makes entries of rows of listings.</summary>
internal static class ClaimEntries
{
    /// <summary>An entry for each claim, what came to be known last first; the same words twice in an article are one.</summary>
    /// <remarks>
    /// A claim's own id changes with every version of its page. The entry's is made of the article and the words, so that a page which is
    /// fetched again brings nothing new. For the same reason an entry shows names as they stand in the claim.
    /// </remarks>
    public static IReadOnlyList<FeedEntry> Of(IReadOnlyList<ClaimRow> claims, LedgerStore store, WebWords words)
    {
        var known = store.ClaimsKnownSince([.. claims.Select(claim => claim.Article).Distinct(StringComparer.Ordinal)]);
        return Ordered(claims
            .DistinctBy(claim => (claim.Article, claim.Words))
            .Select(claim => new FeedEntry
            {
                Id = $"urn:konon:claim:{claim.Article}:words:{ContentId.Of(claim.Words)}",
                Title = Who(claim, words) + ": " + claim.Words,
                Page = $"/articles/{claim.Article}#c-{claim.Id}",
                Source = FeedText.Address(claim.Url),
                Author = claim.Outlet,
                Updated = known.GetValueOrDefault((claim.Article, claim.Words), DateTimeOffset.UnixEpoch),
                Paragraphs = [.. Paragraphs(claim, words)],
            }));
    }

    /// <summary>An entry for each article.</summary>
    public static IReadOnlyList<FeedEntry> Of(IReadOnlyList<ArticleRow> articles, LedgerStore store, WebWords words)
    {
        var known = store.ArticlesKnownSince([.. articles.Select(article => article.Id)]);
        return Ordered(articles.Select(article => new FeedEntry
        {
            Id = "urn:konon:article:" + article.Id,
            Title = article.Title ?? words["feed.no-title"],
            Page = "/articles/" + article.Id,
            Source = FeedText.Address(article.Url),
            Author = article.Outlet,
            Updated = known.GetValueOrDefault(article.Id, DateTimeOffset.UnixEpoch),
            Paragraphs = [words.Days(article.Day, article.Day), words.Count("article.claims", article.Claims)],
        }));
    }

    /// <summary>An entry for each story; what moves it is another report.</summary>
    public static IReadOnlyList<FeedEntry> Of(IReadOnlyList<StoryRow> stories, LedgerStore store, WebWords words)
    {
        var known = store.StoriesKnownSince([.. stories.Select(story => story.Id)]);
        return Ordered(stories.Select(story => new FeedEntry
        {
            Id = "urn:konon:story:" + story.Id,
            Title = story.Name,
            Page = "/stories/" + story.Id,
            Updated = known.GetValueOrDefault(story.Id, DateTimeOffset.UnixEpoch),
            Paragraphs = [words.Count("story.reports", story.Articles) + " · " + words.Count("story.outlets", story.Outlets),
                words.Days(story.From, story.To)],
        }));
    }

    /// <summary>In the order in which they changed, the last first.</summary>
    public static IReadOnlyList<FeedEntry> Ordered(IEnumerable<FeedEntry> entries) =>
        [.. entries.OrderByDescending(entry => entry.Updated).ThenBy(entry => entry.Id, StringComparer.Ordinal)];

    private static string Who(ClaimRow claim, WebWords words) => claim.Speakers.Count == 0
        ? words["claim.nobody"]
        : string.Join(", ", claim.Speakers.Select(speaker => speaker.As));

    private static IEnumerable<string> Paragraphs(ClaimRow claim, WebWords words)
    {
        yield return claim.Words;
        yield return string.Join(" · ", new[]
        {
            Who(claim, words),
            words.Ui.Optional("stance." + claim.Stance),
            string.Join(", ", claim.Speakers.Select(speaker => speaker.Role).OfType<string>()),
            string.Join(", ", claim.Speakers.Select(speaker => speaker.Party).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(words.Ui.Party)),
            words.Days(claim.SaidFrom, claim.SaidTo),
            claim.Via is null ? null : words.Fill("claim.via", claim.Via),
        }.Where(part => !string.IsNullOrEmpty(part)));
        foreach (var figure in claim.Figures)
        {
            var value = words.Ui.Figure(figure.Value, figure.Max, WireNames.Read<Bound>(figure.Bound, WireNames.Of), figure.Unit);
            yield return string.Join(" · ", new[] { value, figure.Counted == figure.Unit ? null : figure.Counted, figure.Status,
                figure.Scope }.OfType<string>());
        }
    }
}
