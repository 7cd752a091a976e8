using System.Data.Common;
using Dapper;
using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>Where a listing takes its rows from, before the filters: the newest day first, on one day the highest number first.</summary>
/// <param name="after">Only what comes behind this; null from the start.</param>
/// <param name="limit">The most rows; fewer mean that there are no more.</param>
internal delegate IReadOnlyList<WordHit> Lead(WordHit? after, int limit);

/// <summary>Makes leads.</summary>
internal sealed class Leads(ILedgerDatabase database, DbConnection connection, ResolvedFilter filter)
{
    // So many lists are merged; more are sorted by the database.
    private const int MostMerged = 16;

    /// <summary>By words.</summary>
    public Lead ByWords(WordIndex index, SearchNode words) => (after, limit) =>
        database.FindWords(connection, index, words, new WordRange(filter.Filter.Since, filter.Filter.Until, after), limit);

    /// <summary>All claims, figures or readings.</summary>
    public Lead ByDay(string table) => (after, limit) => Query(table, "id", "1 = 1", null, after, limit);

    /// <summary>The claims of the speakers, else for the parties that are asked for, and what is left to ask; null where none are.</summary>
    public (Lead? Lead, ResolvedFilter Left) ByName() =>
        filter.Speakers.Count > 0 ? (Merged("speaker_id", filter.Speakers), filter.WithoutSpeakers())
        : filter.Parties.Count > 0 ? (Merged("party", filter.Parties), filter.WithoutParties())
        : (null, filter);

    /// <summary>The readings of the outlets that are asked for; null where none are, or too many.</summary>
    public Lead? ByOutlet() => filter.Outlets.Count is 0 or > MostMerged ? null : (after, limit) =>
    [
        .. filter.Outlets.SelectMany(outlet => Query("readings", "id", "outlet = @value", outlet, after, limit))
            .OrderByDescending(hit => hit.Day, StringComparer.Ordinal)
            .ThenByDescending(hit => hit.Id)
            .Take(limit),
    ];

    private Lead Merged<T>(string column, IReadOnlyList<T> values) => (after, limit) =>
    {
        if (values.Count > MostMerged) return Query("claim_speakers", "claim_id", $"{column} IN @value", values, after, limit);
        return
        [
            .. values.SelectMany(value => Query("claim_speakers", "claim_id", $"{column} = @value", value, after, limit))
                .Distinct()
                .OrderByDescending(hit => hit.Day, StringComparer.Ordinal)
                .ThenByDescending(hit => hit.Id)
                .Take(limit),
        ];
    };

    private List<WordHit> Query(string table, string id, string condition, object? value, WordHit? after, int limit)
    {
        var where = new Conditions().Add("current = 1").Add(condition);
        if (value is not null) where.Values.Add("value", value);
        if (filter.Since is { } since) where.Add("day >= @since", "since", since);
        // With a bound on either side, what has no day is left out.
        if (filter.Until is { } until) where.Add("day <= @until AND day > ''", "until", until);
        if (after is { } behind)
        {
            where.Add($"(day, {id}) < (@afterDay, @afterId)", "afterDay", behind.Day);
            where.Values.Add("afterId", behind.Id);
        }

        where.Values.Add("limit", limit);
        // One claim of two speakers who are asked for stands there twice.
        var distinct = table == "claim_speakers" ? "DISTINCT " : "";
        var sql = $"SELECT {distinct}{id}, day FROM {table} WHERE {where} ORDER BY day DESC, {id} DESC LIMIT @limit";
        return [.. connection.Query<(long Id, string Day)>(sql, where.Values).Select(row => new WordHit(row.Id, row.Day))];
    }
}
