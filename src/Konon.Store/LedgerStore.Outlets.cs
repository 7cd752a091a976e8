using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;
using Konon.Store.Search;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // From one name to the next by the index, which has an entry for every article: grouping would read all of them.
    private const string OutletsBehind = """
        WITH RECURSIVE names (name) AS (
          SELECT MIN(outlet) FROM readings WHERE outlet > @after
          UNION ALL
          SELECT (SELECT MIN(outlet) FROM readings WHERE outlet > names.name) FROM names WHERE names.name IS NOT NULL
        )
        SELECT name FROM names
        WHERE name IS NOT NULL AND EXISTS (SELECT 1 FROM readings WHERE outlet = names.name AND current = 1)
        ORDER BY name LIMIT @limit
        """;

    /// <summary>A page of outlets, in order of their names; counts the articles of those outlets by the index alone.</summary>
    public LedgerPage<OutletRow> Outlets(OutletQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, LedgerQuery.LongestPage, nameof(query));
        return Use(connection =>
        {
            var names = connection.Query<string>(OutletsBehind, new { after = query.Cursor ?? "", limit = query.Limit + 1 }).ToList();
            var page = Outlets(connection, names.Take(query.Limit));
            return new LedgerPage<OutletRow>(page, names.Count > query.Limit ? names[query.Limit - 1] : null, IsPartial: false);
        });
    }

    /// <summary>One outlet; null where no article is of it now.</summary>
    /// <param name="name">Its name as the articles have it.</param>
    public OutletRow? Outlet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Use(connection => Outlets(connection, [name])).FirstOrDefault();
    }

    private static List<OutletRow> Outlets(DbConnection connection, IEnumerable<string> names)
    {
        var rows = new List<OutletRow>();
        foreach (var name in names)
        {
            var (articles, first, last) = connection.QuerySingle<(long Articles, string? First, string? Last)>(
                """
                SELECT (SELECT COUNT(*) FROM readings WHERE outlet = @name AND current = 1),
                  (SELECT MIN(day) FROM readings WHERE outlet = @name AND current = 1 AND day > ''),
                  (SELECT MAX(day) FROM readings WHERE outlet = @name AND current = 1 AND day > '')
                """,
                new { name });
            if (articles > 0) rows.Add(new OutletRow(name, articles, first, last));
        }

        return rows;
    }
}
