using Konon.Claims;
using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>Finds whom a report credits: "dikutip AFP", "melansir X", "(ANTARA)" at its end, an agency as its author, the address of another outlet.</summary>
internal static class CreditFinder
{
    // An agency's name in brackets stands behind the last sentence.
    private const int LastWords = 60;

    /// <summary>The credits of a report, each family once, in the order in which they stand.</summary>
    public static IEnumerable<Credit> Of(int place, Report report)
    {
        var own = OutletFamilies.Tables.Of(report.Article.Outlet, report.Article.Url);
        return Named(report.Reading)
            .Where(credit => credit.Name.Length > 0 && !OutletFamilies.Tables.IsPlatform(credit.Name))
            .Select(credit => (Credit: credit, Family: OutletFamilies.Tables.Of(credit.Name)!))
            .Where(credit => credit.Family != own && !SameHouse(credit.Credit.Name, report.Article.Outlet))
            .GroupBy(credit => credit.Family, credit => credit.Credit, StringComparer.Ordinal)
            .Select(same => Merge(place, report.Reading, same.Key, [.. same]));
    }

    private static Credit Merge(int place, Reading reading, string family, IReadOnlyList<Mention> same)
    {
        var claims = same.Count(mention => mention.IsClaim);
        var share = same.Any(mention => !mention.IsClaim) ? 1 : (double)claims / Math.Max(1, reading.Claims.Count);
        TextSpan[] spans = [.. same.Select(mention => mention.Span).OfType<TextSpan>().Distinct().OrderBy(span => span.Start)];
        return new Credit(place, same[0].Name, family, spans, Math.Min(1, share));
    }

    private static IEnumerable<Mention> Named(Reading reading)
    {
        var article = reading.Article;
        foreach (var claim in reading.Claims)
        {
            foreach (var relay in claim.Via.DistinctBy(relay => relay.Name, StringComparer.Ordinal)) yield return new Mention(relay.Name, relay.Span, IsClaim: true);
        }

        foreach (var author in article.Byline.Where(IsKnown)) yield return new Mention(author, null, IsClaim: false);
        if (LastBracket(article.Text) is { IsEmpty: false } span && IsKnown(span.Of(article.Text)))
        {
            yield return new Mention(span.Of(article.Text), span, IsClaim: false);
        }

        // The address that a page itself calls its own may be that of the outlet that it has the report from.
        if (article.Outlet is { } outlet && OutletFamilies.Tables.Find(outlet) is not null
            && article.Url is { } url && OutletFamilies.HostOf(url) is { } host && OutletFamilies.Tables.Find(host) is not null)
        {
            yield return new Mention(host, null, IsClaim: false);
        }
    }

    private static bool IsKnown(string name) => OutletFamilies.Tables.Find(name) is not null;

    private static TextSpan LastBracket(string text)
    {
        var end = text.AsSpan().TrimEnd(" \n\r\t.").Length;
        if (end == 0 || text[end - 1] != ')') return default;
        var start = text.LastIndexOf('(', end - 1, Math.Min(end, LastWords));
        return start < 0 || start + 1 >= end - 1 ? default : new TextSpan(start + 1, end - 1);
    }

    private static bool SameHouse(string name, string? outlet) =>
        outlet is not null && OutletNames.Fold(name) == OutletNames.Fold(outlet);

    private readonly record struct Mention(string Name, TextSpan? Span, bool IsClaim);
}
