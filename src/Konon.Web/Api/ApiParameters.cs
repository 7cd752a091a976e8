using Konon.Store.Search;

namespace Konon.Web.Api;

/// <summary>The parameters that several operations share; names and meanings are those of the program's options.</summary>
internal static class ApiParameters
{
    public static ApiParameter Words { get; } = new(
        "q", "Words, \"phrases\", AND, OR, NOT, parentheses, and filters as in outlet:kabar since:2025-06 figure>=1000");

    public static ApiParameter Limit { get; } = new("limit", "How many rows a page has", ApiValue.Number)
    {
        Most = LedgerQuery.LongestPage,
        Default = "50",
    };

    public static ApiParameter Cursor { get; } = new("cursor", "Where to go on: next of the page before");

    public static ApiParameter Since { get; } = new("since", "The first day: 2025, 2025-06 or 2025-06-10");

    public static ApiParameter Until { get; } = new("until", "The last day, inclusive");

    public static ApiParameter Rejected { get; } = new("rejected", "Also claims that a person rejected",
        ApiValue.Truth) { Default = "false" };

    /// <summary>The filters of listings by claims.</summary>
    public static IReadOnlyList<ApiParameter> Filters { get; } =
    [
        Since,
        Until,
        new("speaker", "Who speaks: an id, or a name or part of one in any spelling; several are either"),
        new("party", "For whom: a state by code or name, an organisation by name"),
        new("stance", "asserts, confirms, denies, doubts, declines or urges; several are either"),
        new("outlet", "Whose article: a name or domain, or part of one"),
        new("language", "The article's language: id, en"),
        new("figure", "Claims with a number: 1000, >=1000, <50, 8..10"),
        new("counted", "What that number counts"),
        Rejected,
    ];

    /// <summary>The filters, and how a listing is parted into pages.</summary>
    public static IReadOnlyList<ApiParameter> Listing { get; } = [.. Filters, Limit, Cursor];

    /// <summary>The same with words to search for.</summary>
    public static IReadOnlyList<ApiParameter> Search { get; } = [Words, .. Listing];

    /// <summary>The names that are filters of the ledger.</summary>
    public static IReadOnlySet<string> FilterNames { get; } =
        Filters.Where(filter => filter != Rejected).Select(filter => filter.Name).ToHashSet(StringComparer.Ordinal);
}
