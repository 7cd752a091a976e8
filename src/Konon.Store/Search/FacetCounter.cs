using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;

namespace Konon.Store.Search;

/// <summary>Counts what was found by its fields.</summary>
internal static class FacetCounter
{
    /// <summary>So many are counted: a frequent word would take as long as all its matches.</summary>
    public const int MostCounted = 2000;

    private const int MostValues = 10;
    private const int MonthLength = 7;

    /// <summary>Counts claims.</summary>
    public static Facets OfClaims(DbConnection connection, IReadOnlyList<long> claims, bool partial)
    {
        const string Rows = """
            SELECT claims.stance, claims.day, readings.outlet, readings.language
            FROM claims JOIN readings ON readings.id = claims.reading_id WHERE claims.id IN @piece
            """;
        var rows = Pieces<(string Stance, string Day, string? Outlet, string Language)>(connection, Rows, claims);
        var spoken = Pieces<(long Claim, long Speaker, string? Party)>(
            connection, "SELECT claim_id, speaker_id, party FROM claim_speakers WHERE claim_id IN @piece", claims);
        return new Facets(
            claims.Count,
            partial,
            [
                Of("outlet", rows.Select(row => row.Outlet)),
                Speakers(connection, spoken),
                Of("party", spoken.Select(row => (row.Claim, row.Party)).Distinct().Select(row => row.Party)),
                Of("stance", rows.Select(row => row.Stance)),
                Of("language", rows.Select(row => row.Language)),
                Months(rows.Select(row => row.Day)),
            ]);
    }

    /// <summary>Counts articles; speakers, parties and stances are those of their claims, each once an article.</summary>
    public static Facets OfArticles(DbConnection connection, IReadOnlyList<long> readings, bool partial)
    {
        var rows = Pieces<(string Day, string? Outlet, string Language)>(
            connection, "SELECT day, outlet, language FROM readings WHERE id IN @piece", readings);
        var stances = Pieces<(long Reading, string Stance)>(
            connection, "SELECT DISTINCT reading_id, stance FROM claims WHERE reading_id IN @piece", readings);
        var spoken = Pieces<(long Reading, long Speaker, string? Party)>(
            connection,
            """
            SELECT claims.reading_id, claim_speakers.speaker_id, claim_speakers.party
            FROM claims JOIN claim_speakers ON claim_speakers.claim_id = claims.id WHERE claims.reading_id IN @piece
            """,
            readings);
        return new Facets(
            readings.Count,
            partial,
            [
                Of("outlet", rows.Select(row => row.Outlet)),
                Speakers(connection, spoken),
                Of("party", spoken.Select(row => (row.Reading, row.Party)).Distinct().Select(row => row.Party)),
                Of("stance", stances.Select(row => row.Stance)),
                Of("language", rows.Select(row => row.Language)),
                Months(rows.Select(row => row.Day)),
            ]);
    }

    private static Facet Of(string name, IEnumerable<string?> values) =>
        new(name, [.. Most(values).Select(value => new FacetValue(value.Key, value.Key, value.Count))]);

    private static Facet Months(IEnumerable<string> days) => new("month", [.. days.Where(day => day.Length > 0)
        .CountBy(day => day[..MonthLength])
        .OrderByDescending(month => month.Key, StringComparer.Ordinal)
        .Take(MostValues)
        .Select(month => new FacetValue(month.Key, month.Key, month.Value))]);

    private static Facet Speakers(DbConnection connection, List<(long Row, long Speaker, string? Party)> spoken)
    {
        var groups = SpeakerGroups.Read(connection);
        var most = spoken.Select(one => (one.Row, Root: groups.RootOf(one.Speaker))).Distinct()
            .CountBy(one => one.Root)
            .OrderByDescending(root => root.Value)
            .ThenBy(root => root.Key)
            .Take(MostValues)
            .ToList();
        var names = SpeakerNames.Of(connection, groups, most.Select(root => root.Key));
        var ids = ClaimRows.PublicIds(connection, most.Select(root => root.Key));
        return new Facet("speaker", [.. most.Select(root => new FacetValue(ids[root.Key], names[root.Key], root.Value))]);
    }

    private static IEnumerable<(string Key, int Count)> Most(IEnumerable<string?> values) => values.OfType<string>()
        .CountBy(value => value, StringComparer.Ordinal)
        .OrderByDescending(value => value.Value)
        .ThenBy(value => value.Key, StringComparer.Ordinal)
        .Take(MostValues)
        .Select(value => (value.Key, value.Value));

    private static List<T> Pieces<T>(DbConnection connection, string sql, IReadOnlyList<long> ids) =>
        [.. ids.Chunk(Listings.Piece).SelectMany(piece => connection.Query<T>(sql, new { piece }))];
}
