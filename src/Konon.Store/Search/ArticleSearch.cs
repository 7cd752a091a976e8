using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;
using Konon.Ledger.Search;

namespace Konon.Store.Search;

/// <summary>Answers one question for articles.</summary>
internal sealed class ArticleSearch
{
    private const int MostLooked = 50_000;
    private const int SnippetLength = 240;

    private readonly DbConnection _connection;
    private readonly ArticleQuery _query;
    private readonly ResolvedFilter _filter;
    private readonly Leads _leads;

    public ArticleSearch(ILedgerDatabase database, DbConnection connection, ArticleQuery query)
    {
        (_connection, _query) = (connection, query);
        _filter = ResolvedFilter.Of(connection, SpeakerGroups.Read(connection), query.Filter);
        _leads = new Leads(database, connection, _filter);
    }

    /// <summary>One page.</summary>
    /// <exception cref="FormatException">The cursor is none.</exception>
    public LedgerPage<ArticleRow> Page()
    {
        var (found, next, partial) = Find(_query.Limit);
        var rows = new ArticleRows(_connection).Load(found, withBodies: _query.Words is not null);
        var matcher = _query.Words is null ? null : new SearchMatcher(_query.Words);
        return new([.. rows.Select(row => row.ToRow(matcher, SnippetLength))], next, partial);
    }

    /// <summary>The numbers of the readings found, the cursor of what follows, and whether the search stopped early.</summary>
    public (IReadOnlyList<long> Found, string? Next, bool IsPartial) Find(int limit)
    {
        if (_filter.FindsNothing) return ([], null, false);
        var cursor = _query.Cursor is { } text ? ListingCursor.Parse(text) : null;
        var (leads, order) = Plan(cursor);
        Func<IReadOnlyList<WordHit>, IEnumerable<WordHit>>? pass = _filter.Narrows ? Filtered : null;
        var found = new List<long>();
        var after = cursor is null ? null : HitAt(cursor);
        for (var tier = cursor?.Tier ?? 0; tier < leads.Count; tier++, after = null)
        {
            var wanted = limit - found.Count;
            var scan = Scan.Run(leads[tier], after, pass, wanted + 1, MostLooked);
            if (scan.Found.Count > wanted)
            {
                found.AddRange(scan.Found.Take(wanted).Select(hit => hit.Id));
                return (found, CursorAt(tier, order, wanted > 0 ? scan.Found[wanted - 1] : null), false);
            }

            found.AddRange(scan.Found.Select(hit => hit.Id));
            if (scan.StoppedAt is { } stopped) return (found, CursorAt(tier, order, stopped), true);
        }

        return (found, null, false);
    }

    private (IReadOnlyList<Lead> Leads, IReadOnlyList<int> Order) Plan(ListingCursor? cursor)
    {
        if (_query.Words is not { } words) return ([_leads.ByOutlet() ?? _leads.ByDay("readings")], []);
        var alternatives = Tiers.AlternativesOf(words);
        var order = cursor?.Order ?? Tiers.Order(alternatives, (node, limit) => _leads.ByWords(WordIndex.Readings, node)(null, limit));
        if (order.Count != alternatives.Count || order.Any(place => place >= order.Count)) throw ListingCursor.Wrong();
        return ([.. Tiers.Of(words, order).Select(tier => _leads.ByWords(WordIndex.Readings, tier))], order);
    }

    private IEnumerable<WordHit> Filtered(IReadOnlyList<WordHit> hits)
    {
        var conditions = Conditions.OfReadings(_filter).Add("readings.id IN @ids");
        var passed = new HashSet<long>();
        foreach (var ids in hits.Select(hit => hit.Id).Chunk(Listings.Piece))
        {
            conditions.Values.Add("ids", ids);
            passed.UnionWith(_connection.Query<long>($"SELECT readings.id FROM readings WHERE {conditions}", conditions.Values));
        }

        return hits.Where(hit => passed.Contains(hit.Id));
    }

    private string CursorAt(int tier, IReadOnlyList<int> order, WordHit? hit)
    {
        var row = hit is null ? "" : _connection.QuerySingle<string>("SELECT public_id FROM readings WHERE id = @Id", new { hit.Value.Id });
        return new ListingCursor(tier, order, hit?.Day ?? "", row, 0, 0).ToString();
    }

    private WordHit? HitAt(ListingCursor cursor)
    {
        if (cursor.Row.Length == 0) return null;
        var id = _connection.QuerySingleOrDefault<long?>("SELECT id FROM readings WHERE public_id = @Row", new { cursor.Row });
        return id is { } known ? new WordHit(known, cursor.Day) : throw ListingCursor.Wrong();
    }
}
