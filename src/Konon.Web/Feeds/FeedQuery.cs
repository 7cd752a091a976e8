using Konon.Ledger.Search;
using Microsoft.AspNetCore.Http;

namespace Konon.Web.Feeds;

/// <summary>A saved search: the fields of an address that say what is sought.</summary>
internal static class FeedQuery
{
    private static readonly string[] Filters = ["speaker", "party", "stance", "outlet", "language", "figure", "counted", "since", "until"];
    private static readonly string[] Fields = ["q", "in", .. Filters];

    /// <summary>The fields in one order, without empty ones and those that only turn pages: the same search is the same feed.</summary>
    public static string Canonical(IQueryCollection query) => QueryString.Create(Fields
        .SelectMany(name => query[name], KeyValuePair.Create)
        .Where(field => !string.IsNullOrWhiteSpace(field.Value))).ToUriComponent();

    /// <summary>What is sought.</summary>
    /// <exception cref="FormatException">A filter cannot have its value, or the words are no query.</exception>
    public static (SearchNode? Words, LedgerFilter Filter) Read(IQueryCollection query)
    {
        SearchNode? words = null;
        var filter = LedgerFilter.None;
        if (query["q"].ToString().Trim() is { Length: > 0 } text)
        {
            if (SearchQuery.TryParse(text, out var parsed) is { } fault) throw new FormatException(fault.ToString());
            (words, filter) = (parsed!.Words, parsed.Filter);
        }

        foreach (var name in Filters)
        {
            foreach (var value in query[name].Where(value => !string.IsNullOrWhiteSpace(value)))
            {
                if (SearchFilters.TryAdd(name, value!, ref filter) is { } wrong) throw new FormatException(name + ": " + wrong);
            }
        }

        return (words, filter);
    }
}
