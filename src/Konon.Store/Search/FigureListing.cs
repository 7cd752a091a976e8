using System.Data.Common;
using Dapper;
using Konon.Ledger.Listing;

namespace Konon.Store.Search;

/// <summary>Answers one question for figures.</summary>
internal sealed class FigureListing
{
    private const int MostLooked = 400_000;

    // Claims looked at together for their figures: many have none.
    private const int MostClaims = 2000;

    private readonly DbConnection _connection;
    private readonly FigureQuery _query;
    private readonly SpeakerGroups _groups;
    private readonly ResolvedFilter _filter;
    private readonly Leads _leads;

    public FigureListing(ILedgerDatabase database, DbConnection connection, FigureQuery query)
    {
        (_connection, _query) = (connection, query);
        _groups = SpeakerGroups.Read(connection);
        _filter = ResolvedFilter.Of(connection, _groups, query.Filter);
        _leads = new Leads(database, connection, _filter);
    }

    /// <summary>One page.</summary>
    /// <exception cref="FormatException">The cursor is none.</exception>
    public LedgerPage<FigureRow> Page()
    {
        if (_filter.FindsNothing) return LedgerPage<FigureRow>.Empty;
        WordHit? after = _query.Cursor is { } text ? HitAt(ListingCursor.Parse(text)) : null;
        var (named, rest) = _leads.ByName();
        // Figures are numbered in the order of their claims, so that either way leads to the same order.
        var lead = named is null ? _leads.ByDay("figures") : FiguresOf(named);
        var scan = Scan.Run(lead, after, rest.Narrows ? hits => Filtered(hits, rest) : null, _query.Limit + 1, MostLooked);
        var found = scan.Found.Take(_query.Limit).ToList();
        var next = scan.Found.Count > _query.Limit ? found[^1] : scan.StoppedAt;
        return new(Load([.. found.Select(hit => hit.Id)]), next is { } last ? CursorAt(last) : null, scan.StoppedAt is not null);
    }

    // Hits are figures; behind a figure come those before it in its claim, then those of the next claims.
    private Lead FiguresOf(Lead claims) => (after, limit) =>
    {
        var hits = new List<WordHit>();
        WordHit? behind = null;
        if (after is { } last)
        {
            var claim = _connection.QuerySingle<long>("SELECT claim_id FROM figures WHERE id = @Id", new { last.Id });
            behind = new WordHit(claim, last.Day);
            hits.AddRange(Figures([behind.Value]).Where(figure => figure.Id < last.Id));
        }

        while (hits.Count < limit)
        {
            var piece = claims(behind, MostClaims);
            hits.AddRange(Figures(piece));
            if (piece.Count < MostClaims) break;
            behind = piece[^1];
        }

        return [.. hits.Take(limit)];
    };

    private IEnumerable<WordHit> Figures(IReadOnlyList<WordHit> claims)
    {
        var figures = claims.Select(claim => claim.Id).Chunk(Listings.Piece)
            .SelectMany(ids => _connection.Query<(long Id, long Claim)>(
                "SELECT id, claim_id FROM figures WHERE claim_id IN @ids", new { ids }))
            .OrderByDescending(figure => figure.Id)
            .ToLookup(figure => figure.Claim, figure => figure.Id);
        return claims.SelectMany(claim => figures[claim.Id].Select(figure => new WordHit(figure, claim.Day)));
    }

    private IEnumerable<WordHit> Filtered(IReadOnlyList<WordHit> hits, ResolvedFilter filter)
    {
        var conditions = Conditions.OfFigures(filter).Add("figures.id IN @ids");
        var passed = new HashSet<long>();
        foreach (var ids in hits.Select(hit => hit.Id).Chunk(Listings.Piece))
        {
            conditions.Values.Add("ids", ids);
            passed.UnionWith(_connection.Query<long>(
                $"""
                SELECT figures.id FROM figures JOIN claims ON claims.id = figures.claim_id JOIN readings ON readings.id = claims.reading_id
                WHERE {conditions}
                """,
                conditions.Values));
        }

        return hits.Where(hit => passed.Contains(hit.Id));
    }

    private IReadOnlyList<FigureRow> Load(IReadOnlyList<long> ids)
    {
        var places = ids.Chunk(Listings.Piece)
            .SelectMany(piece => _connection.Query<(long Id, long Claim, long Ordinal)>(
                "SELECT id, claim_id, ordinal FROM figures WHERE id IN @piece", new { piece }))
            .ToDictionary(figure => figure.Id);
        List<long> claims = [.. ids.Select(id => places[id].Claim).Distinct()];
        var rows = claims.Zip(new ClaimRows(_connection, _groups).Load(claims)).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. ids.Select(id => new FigureRow(rows[places[id].Claim].Figures[(int)places[id].Ordinal], rows[places[id].Claim]))];
    }

    private string CursorAt(WordHit hit)
    {
        var (row, ordinal, figure) = _connection.QuerySingle<(string, long, long)>(
            """
            SELECT readings.public_id, claims.ordinal, figures.ordinal FROM figures
            JOIN claims ON claims.id = figures.claim_id JOIN readings ON readings.id = claims.reading_id WHERE figures.id = @Id
            """,
            new { hit.Id });
        return new ListingCursor(0, [], hit.Day, row, ordinal, (int)figure).ToString();
    }

    private WordHit HitAt(ListingCursor cursor)
    {
        var id = _connection.QuerySingleOrDefault<long?>(
            """
            SELECT figures.id FROM figures
            JOIN claims ON claims.id = figures.claim_id JOIN readings ON readings.id = claims.reading_id
            WHERE readings.public_id = @Row AND claims.ordinal = @Ordinal AND figures.ordinal = @Figure
            """,
            new { cursor.Row, cursor.Ordinal, cursor.Figure });
        return id is { } known ? new WordHit(known, cursor.Day) : throw ListingCursor.Wrong();
    }
}
