using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>Answers one question for claims.</summary>
internal sealed class ClaimSearch
{
    // A page that lets almost nothing pass stops after so many and says so; each costs a few microseconds.
    private const int MostLooked = 100_000;

    // So few claims of a speaker are compared with the words one by one; of more the words find them faster.
    private const int FewClaims = 1500;
    private const int SnippetLength = 240;

    private readonly ILedgerDatabase _database;
    private readonly DbConnection _connection;
    private readonly ClaimQuery _query;
    private readonly SpeakerGroups _groups;
    private readonly ResolvedFilter _filter;
    private readonly Leads _leads;

    public ClaimSearch(ILedgerDatabase database, DbConnection connection, ClaimQuery query)
    {
        (_database, _connection, _query) = (database, connection, query);
        _groups = SpeakerGroups.Read(connection);
        _filter = ResolvedFilter.Of(connection, _groups, query.Filter);
        _leads = new Leads(database, connection, _filter);
    }

    /// <summary>One page.</summary>
    /// <exception cref="FormatException">The cursor is none.</exception>
    public LedgerPage<ClaimRow> Page()
    {
        var (found, next, partial) = Find(_query.Limit);
        var rows = new ClaimRows(_connection, _groups).Load(found);
        if (_query.Words is null) return new(rows, next, partial);
        var matcher = new SearchMatcher(_query.Words);
        return new([.. rows.Select(row => row with { Snippet = matcher.Snippet(row.Words, row.Language, SnippetLength) })], next, partial);
    }

    /// <summary>The numbers of the claims found, the cursor of what follows, and whether the search stopped early.</summary>
    public (IReadOnlyList<long> Found, string? Next, bool IsPartial) Find(int limit)
    {
        if (_filter.FindsNothing) return ([], null, false);
        var cursor = _query.Cursor is { } text ? ListingCursor.Parse(text) : null;
        var (leads, order, pass) = Plan(cursor);
        var found = new List<long>();
        var tier = cursor?.Tier ?? 0;
        var after = cursor is null ? null : HitAt(cursor);
        for (; tier < leads.Count; tier++, after = null)
        {
            var wanted = limit - found.Count;
            var scan = Scan.Run(leads[tier], after, pass, wanted + 1, MostLooked);
            if (scan.Found.Count > wanted)
            {
                // The limit may have been reached by the tier before: then this one only showed that more follows.
                var last = wanted > 0 ? scan.Found[wanted - 1] : (WordHit?)null;
                found.AddRange(scan.Found.Take(wanted).Select(hit => hit.Id));
                return (found, CursorAt(tier, order, last), false);
            }

            found.AddRange(scan.Found.Select(hit => hit.Id));
            if (scan.StoppedAt is { } stopped) return (found, CursorAt(tier, order, stopped), true);
        }

        return (found, null, false);
    }

    private (IReadOnlyList<Lead> Leads, IReadOnlyList<int> Order, Func<IReadOnlyList<WordHit>, IEnumerable<WordHit>>? Pass) Plan(
        ListingCursor? cursor)
    {
        var (named, rest) = _leads.ByName();
        if (_query.Words is not { } words) return ([named ?? _leads.ByDay("claims")], [], Filter(rest));
        if (named is not null && named(null, FewClaims).Count < FewClaims) return ([named], [], hits => Compared(hits, rest));
        var index = (SearchNode node, int limit) => _leads.ByWords(WordIndex.Claims, node)(null, limit);
        var order = cursor?.Order ?? Tiers.Order(Tiers.AlternativesOf(words), index);
        if (order.Count != Tiers.AlternativesOf(words).Count || order.Any(place => place >= order.Count)) throw ListingCursor.Wrong();
        return ([.. Tiers.Of(words, order).Select(tier => _leads.ByWords(WordIndex.Claims, tier))], order, Filter(_filter));
    }

    private Func<IReadOnlyList<WordHit>, IEnumerable<WordHit>>? Filter(ResolvedFilter filter) =>
        filter.Narrows ? hits => Filtered(hits, filter) : null;

    private IEnumerable<WordHit> Filtered(IReadOnlyList<WordHit> hits, ResolvedFilter filter)
    {
        var conditions = Conditions.OfClaims(filter).Add("claims.id IN @ids");
        var passed = new HashSet<long>();
        foreach (var ids in hits.Select(hit => hit.Id).Chunk(Listings.Piece))
        {
            conditions.Values.Add("ids", ids);
            passed.UnionWith(_connection.Query<long>(
                $"SELECT claims.id FROM claims JOIN readings ON readings.id = claims.reading_id WHERE {conditions}", conditions.Values));
        }

        return hits.Where(hit => passed.Contains(hit.Id));
    }

    // What stands in the word index, made again of what stands in the rows.
    private IEnumerable<WordHit> Compared(IReadOnlyList<WordHit> hits, ResolvedFilter filter)
    {
        var matcher = new SearchMatcher(_query.Words!);
        var passed = Filtered(hits, filter).ToList();
        var matching = new HashSet<long>();
        foreach (var ids in passed.Select(hit => hit.Id).Chunk(Listings.Piece))
        {
            var spoken = _connection.Query<(long Claim, string Name, string? Role)>(
                "SELECT claim_id, name, role FROM claim_speakers WHERE claim_id IN @ids ORDER BY claim_id, ordinal", new { ids })
                .ToLookup(speaker => speaker.Claim, speaker => speaker.Name + " " + speaker.Role);
            var claims = _connection.Query<(long Id, string Words, string Language)>(
                """
                SELECT claims.id, claims.words, readings.language
                FROM claims JOIN readings ON readings.id = claims.reading_id WHERE claims.id IN @ids
                """,
                new { ids });
            matching.UnionWith(claims
                .Where(claim => matcher.Matches(claim.Words + " " + string.Join(' ', spoken[claim.Id]), claim.Language))
                .Select(claim => claim.Id));
        }

        return passed.Where(hit => matching.Contains(hit.Id));
    }

    private string CursorAt(int tier, IReadOnlyList<int> order, WordHit? hit)
    {
        if (hit is not { } last) return new ListingCursor(tier, order, "", "", 0, 0).ToString();
        var (row, ordinal) = _connection.QuerySingle<(string, long)>(
            "SELECT readings.public_id, claims.ordinal FROM claims JOIN readings ON readings.id = claims.reading_id WHERE claims.id = @Id",
            new { last.Id });
        return new ListingCursor(tier, order, last.Day, row, ordinal, 0).ToString();
    }

    private WordHit? HitAt(ListingCursor cursor)
    {
        if (cursor.Row.Length == 0) return null;
        var id = _connection.QuerySingleOrDefault<long?>(
            """
            SELECT claims.id FROM claims JOIN readings ON readings.id = claims.reading_id
            WHERE readings.public_id = @Row AND claims.ordinal = @Ordinal
            """,
            new { cursor.Row, cursor.Ordinal });
        return id is { } known ? new WordHit(known, cursor.Day) : throw ListingCursor.Wrong();
    }
}
