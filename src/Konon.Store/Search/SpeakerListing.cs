using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;

namespace Konon.Store.Search;

/// <summary>Answers one question for speakers.</summary>
internal sealed class SpeakerListing
{
    private const string Claims = "JOIN claims ON claims.id = claim_speakers.claim_id JOIN readings ON readings.id = claims.reading_id";

    private readonly DbConnection _connection;
    private readonly SpeakerQuery _query;
    private readonly SpeakerGroups _groups;
    private readonly ResolvedFilter _filter;

    public SpeakerListing(DbConnection connection, SpeakerQuery query)
    {
        (_connection, _query) = (connection, query);
        _groups = SpeakerGroups.Read(connection);
        _filter = ResolvedFilter.Of(connection, _groups, query.Filter);
    }

    /// <summary>One page, those with most claims first, by id among equals.</summary>
    /// <exception cref="FormatException">The cursor is none.</exception>
    public LedgerPage<SpeakerRow> Page()
    {
        if (_filter.FindsNothing) return LedgerPage<SpeakerRow>.Empty;
        var ordered = Counted();
        var from = 0;
        if (_query.Cursor is { } text)
        {
            var cursor = ListingCursor.Parse(text);
            from = ordered.FindIndex(speaker => IsBehind(speaker, cursor));
            if (from < 0) return LedgerPage<SpeakerRow>.Empty;
        }

        var page = ordered.Skip(from).Take(_query.Limit).ToList();
        var names = SpeakerNames.Of(_connection, _groups, page.Select(speaker => speaker.Root));
        List<SpeakerRow> rows = [.. page.Select(speaker => Row(speaker, names[speaker.Root]))];
        var next = from + page.Count < ordered.Count ? new ListingCursor(0, [], "", page[^1].Id, page[^1].Claims, 0).ToString() : null;
        return new(rows, next, IsPartial: false);
    }

    private static bool IsBehind(SpeakerCount speaker, ListingCursor cursor) =>
        speaker.Claims < cursor.Ordinal || (speaker.Claims == cursor.Ordinal && string.CompareOrdinal(speaker.Id, cursor.Row) > 0);

    // One walk over an index: a few hundred nanoseconds a claim.
    private List<SpeakerCount> Counted()
    {
        var conditions = Spoken();
        var joins = NeedsClaims ? Claims : "";
        if (_filter.Speakers.Count > 0) conditions.Add("claim_speakers.speaker_id IN @own", "own", _filter.Speakers);
        var counts = _connection.Query<(long Speaker, long Claims)>(
            $"SELECT claim_speakers.speaker_id, COUNT(*) FROM claim_speakers {joins} WHERE {conditions} GROUP BY claim_speakers.speaker_id",
            conditions.Values);
        var roots = new Dictionary<long, long>();
        foreach (var (speaker, claims) in counts)
        {
            var root = _groups.RootOf(speaker);
            roots[root] = roots.GetValueOrDefault(root) + claims;
        }

        var ids = roots.Count > Listings.Piece * 20
            ? _connection.Query<(long Id, string PublicId)>("SELECT id, public_id FROM speakers").ToDictionary(one => one.Id, one => one.PublicId)
            : ClaimRows.PublicIds(_connection, roots.Keys);
        return
        [
            .. roots.Select(root => new SpeakerCount(root.Key, ids[root.Key], root.Value))
                .OrderByDescending(speaker => speaker.Claims)
                .ThenBy(speaker => speaker.Id, StringComparer.Ordinal),
        ];
    }

    private bool NeedsClaims => _filter.LeavesOutRejected
        || (_query.Filter with { Since = null, Until = null, WithRejected = false, Speakers = Konon.Ledger.Search.FilterValues.Any })
            != Konon.Ledger.Search.LedgerFilter.None;

    // The claims that count: whose they are is asked for beside.
    private Conditions Spoken()
    {
        var conditions = NeedsClaims ? Conditions.OfClaims(_filter) : new Conditions();
        conditions.Add("claim_speakers.current = 1");
        if (_filter.Since is { } since) conditions.Add("claim_speakers.day >= @since", "since", since);
        if (_filter.Until is { } until) conditions.Add("claim_speakers.day <= @until AND claim_speakers.day > ''", "until", until);
        return conditions;
    }

    private SpeakerRow Row(SpeakerCount speaker, string name)
    {
        var members = _groups.MembersOf(speaker.Root);
        var conditions = Spoken().Add("claim_speakers.speaker_id IN @members", "members", members);
        // Who is heard everywhere is told by the newest; a filter on claims has to look at each of them anyway.
        var isCut = !NeedsClaims && speaker.Claims > FacetCounter.MostCounted;
        if (isCut) conditions.Values.Add("most", FacetCounter.MostCounted);
        var spoken = isCut
            ? $"(SELECT claim_id, party, day FROM claim_speakers WHERE {conditions} ORDER BY day DESC, claim_id DESC LIMIT @most) AS claim_speakers"
            : "claim_speakers";
        var holds = isCut ? "1 = 1" : conditions.ToString();
        var counts = _connection.QuerySingle<(long Claims, long Reports, long Outlets, string? First, string? Last)>(
            $"""
            SELECT COUNT(DISTINCT claims.id), COUNT(DISTINCT claims.reading_id), COUNT(DISTINCT readings.outlet),
              MIN(NULLIF(claim_speakers.day, '')), MAX(NULLIF(claim_speakers.day, '')) FROM {spoken} {Claims} WHERE {holds}
            """,
            conditions.Values);
        var parties = _connection.Query<string>(
            $"""
            SELECT claim_speakers.party FROM {spoken} {(NeedsClaims ? Claims : "")} WHERE {holds} AND claim_speakers.party IS NOT NULL
            GROUP BY claim_speakers.party ORDER BY COUNT(*) DESC, claim_speakers.party
            """,
            conditions.Values);
        return new SpeakerRow
        {
            Id = speaker.Id,
            Name = name,
            Type = _connection.QuerySingle<string>("SELECT type FROM speakers WHERE id = @Root", new { speaker.Root }),
            Parties = [.. parties],
            Claims = isCut ? speaker.Claims : counts.Claims,
            Reports = counts.Reports,
            Outlets = counts.Outlets,
            Counted = isCut ? counts.Claims : null,
            First = isCut ? FirstDay(conditions) : counts.First,
            Last = counts.Last,
        };
    }

    private string? FirstDay(Conditions conditions) =>
        _connection.QuerySingle<string?>($"SELECT MIN(day) FROM claim_speakers WHERE {conditions} AND day > ''", conditions.Values);

    private readonly record struct SpeakerCount(long Root, string Id, long Claims);
}
