using Konon.Articles;
using Konon.Claims;
using Konon.Ledger;
using Konon.Ledger.Search;
using Konon.Store.Search;
using Konon.Stories;
using Konon.Text;

namespace Konon.Web.Mcp;

/// <summary>
/// Lets the claims of one story pass that a filter asks for: the same questions that listings of the ledger answer from
/// its tables.
/// </summary>
internal sealed class ClaimSieve(SearchNode? words, LedgerFilter filter)
{
    private readonly SearchMatcher? _matcher = words is null ? null : new SearchMatcher(words);

    public bool Passes(Article article, Claim claim) =>
        IsIn(filter.Outlets, value => article.Outlet is { } outlet && OutletFilter.Fits(value, outlet))
        && IsIn(filter.Languages, value => article.Language == value)
        && IsIn(filter.Stances, value => WireNames.Of(claim.Stance) == value)
        && IsIn(filter.Parties, value => claim.Speakers.Any(speaker => IsParty(speaker, value)))
        && IsIn(filter.Speakers, value => claim.Speakers.Any(speaker => IsCalled(speaker, value)))
        && IsInTime(article, claim)
        && _matcher?.Matches(Words(article, claim), article.Language) != false;

    private static bool IsIn(FilterValues values, Func<string, bool> holds) =>
        (values.Only.Count == 0 || values.Only.Any(holds)) && !values.Not.Any(holds);

    private static bool IsParty(Speaker speaker, string value) => speaker.Party is { } party
        && (party.Equals(value, StringComparison.OrdinalIgnoreCase)
            || (party.Length > 2 && party.Contains(value, StringComparison.OrdinalIgnoreCase)));

    private static bool IsCalled(Speaker speaker, string value) =>
        ContentId.OfSpeaker(speaker) == value || NameKey.Of(speaker.Name).Contains(NameKey.Of(value), StringComparison.Ordinal);

    private bool IsInTime(Article article, Claim claim)
    {
        if (filter.Since is null && filter.Until is null) return true;
        var day = claim.SaidOn?.To ?? IsoDay.TryRead(article.Published?.Value is { Length: >= 10 } value ? value[..10] : null);
        return day is { } known && !(known < filter.Since) && !(known > filter.Until);
    }

    private static string Words(Article article, Claim claim) => string.Join(
        ' ',
        claim.Content.Select(part => part.Of(article.Text))
            .Concat(claim.Speakers.Select(speaker => speaker.Name + " " + speaker.Role)));
}
