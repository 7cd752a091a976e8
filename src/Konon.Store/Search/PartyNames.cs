using System.Data.Common;
using Dapper;
using Konon.Stories;
using Konon.Views;

namespace Konon.Store.Search;

/// <summary>Finds parties by code or name.</summary>
internal static class PartyNames
{
    private const string Distinct = """
        WITH RECURSIVE names (name) AS (
          SELECT MIN(party) FROM claim_speakers
          UNION ALL
          SELECT (SELECT MIN(party) FROM claim_speakers WHERE party > names.name) FROM names WHERE names.name IS NOT NULL)
        SELECT name FROM names WHERE name IS NOT NULL
        """;

    /// <summary>The parties that a user means, as the claims have them: a state by code or by name in any language of the views.</summary>
    public static IReadOnlyList<string> Find(DbConnection connection, IReadOnlyList<string> values) =>
        [.. values.SelectMany(value => Find(connection, value)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Find(DbConnection connection, string value)
    {
        var code = value.ToUpperInvariant();
        if (code.Length == 2 && Exists(connection, code)) return [code];
        if (UiWords.StateOf(value) is { } state) return [state];
        if (Exists(connection, value)) return [value];
        // Only a name in another spelling, or a part of one, is worth a look at all.
        var words = NameKey.Words(value);
        return words.Count == 0 ? [] : connection.Query<string>(Distinct).Where(name => SpeakerWords.StandIn(words, name));
    }

    private static bool Exists(DbConnection connection, string party) =>
        connection.Query<int>("SELECT 1 FROM claim_speakers WHERE party = @party LIMIT 1", new { party }).Any();
}
