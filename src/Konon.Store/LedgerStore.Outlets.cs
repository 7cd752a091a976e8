using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;
using Konon.Store.Search;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // In the order of the index, which alone is read; an outlet without any article now has no row.
    private const string OutletColumns = """
        SELECT outlet AS Name, COUNT(*) AS Articles, MIN(NULLIF(day, '')) AS First, MAX(NULLIF(day, '')) AS Last
        FROM readings WHERE current = 1
        """;

    /// <summary>A page of outlets, in order of their names; looks at the index entries of the articles of those outlets.</summary>
    public LedgerPage<OutletRow> Outlets(OutletQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, LedgerQuery.LongestPage, nameof(query));
        var rows = Use(connection => Outlets(
            connection, "AND outlet > @after GROUP BY outlet ORDER BY outlet LIMIT @limit", new { after = query.Cursor ?? "", limit = query.Limit + 1 }));
        var page = rows.Take(query.Limit).ToList();
        return new LedgerPage<OutletRow>(page, rows.Count > query.Limit ? page[^1].Name : null, IsPartial: false);
    }

    /// <summary>One outlet; null where no article is of it now.</summary>
    /// <param name="name">Its name as the articles have it.</param>
    public OutletRow? Outlet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Use(connection => Outlets(connection, "AND outlet = @name GROUP BY outlet", new { name })).FirstOrDefault();
    }

    private static List<OutletRow> Outlets(DbConnection connection, string which, object values) =>
        [.. connection.Query<(string Name, long Articles, string? First, string? Last)>(OutletColumns + " " + which, values)
            .Select(row => new OutletRow(row.Name, row.Articles, row.First, row.Last))];
}
