using System.Data.Common;
using Dapper;

namespace Konon.Store.Search;

/// <summary>Finds outlets by name or domain.</summary>
internal static class OutletNames
{
    // Each step is one look into the index, so that the cost grows with the outlets and not with their articles.
    private const string Distinct = """
        WITH RECURSIVE names (name) AS (
          SELECT MIN(outlet) FROM readings
          UNION ALL
          SELECT (SELECT MIN(outlet) FROM readings WHERE outlet > names.name) FROM names WHERE names.name IS NOT NULL)
        SELECT name FROM names WHERE name IS NOT NULL
        """;

    /// <summary>The outlets in whose names the words stand, or which are called exactly so, as the readings have them.</summary>
    public static IReadOnlyList<string> Find(DbConnection connection, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return [];
        return [.. connection.Query<string>(Distinct).Where(name => values.Any(value => OutletFilter.Fits(value, name)))];
    }
}
