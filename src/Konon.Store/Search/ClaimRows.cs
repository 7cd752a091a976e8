using System.Data.Common;
using System.Globalization;
using Dapper;
using Konon.Ledger.Listing;

namespace Konon.Store.Search;

/// <summary>Fetches claims by number, with their speakers, figures and articles.</summary>
internal sealed class ClaimRows(DbConnection connection, SpeakerGroups groups)
{
    private const string Claims = """
        SELECT claims.id AS RowId, claims.public_id AS Id, articles.public_id AS Article, claims.stance AS Stance, claims.kind AS Kind,
          claims.said_from AS SaidFrom, claims.said_to AS SaidTo, claims.day AS Day, claims.words AS Words, claims.cue AS Cue, claims.via AS Via,
          readings.outlet AS Outlet, readings.title AS Title, readings.url AS Url, readings.published AS Published, readings.language AS Language
        FROM claims
        JOIN readings ON readings.id = claims.reading_id
        JOIN articles ON articles.id = readings.article_id
        WHERE claims.id IN @piece
        """;

    private const string Speakers = """
        SELECT claim_id AS Claim, speaker_id AS Speaker, name AS Name, role AS Role, party AS Party
        FROM claim_speakers WHERE claim_id IN @piece ORDER BY claim_id, ordinal
        """;

    private const string Figures = """
        SELECT claim_id AS Claim, ordinal AS Ordinal, value AS Value, max AS Max, bound AS Bound, counted AS Counted, unit AS Unit,
          status AS Status, scope AS Scope, as_of AS AsOf, exact AS Exact
        FROM figures WHERE claim_id IN @piece ORDER BY claim_id, ordinal
        """;

    /// <summary>The claims, in the order of their numbers given; what is not there is left out.</summary>
    public IReadOnlyList<ClaimRow> Load(IReadOnlyList<long> ids)
    {
        var claims = new Dictionary<long, ClaimData>();
        var speakers = new List<SpeakerData>();
        var figures = new List<FigureData>();
        foreach (var piece in ids.Distinct().Chunk(Listings.Piece))
        {
            foreach (var claim in connection.Query<ClaimData>(Claims, new { piece })) claims.Add(claim.RowId, claim);
            speakers.AddRange(connection.Query<SpeakerData>(Speakers, new { piece }));
            figures.AddRange(connection.Query<FigureData>(Figures, new { piece }));
        }

        var names = SpeakerNames.Of(connection, groups, speakers.Select(speaker => groups.RootOf(speaker.Speaker)));
        var publicIds = PublicIds(connection, names.Keys);
        var speakersOf = speakers.ToLookup(speaker => speaker.Claim, speaker =>
        {
            var root = groups.RootOf(speaker.Speaker);
            return new SpeakerInClaim(publicIds[root], names.GetValueOrDefault(root, speaker.Name), speaker.Name, speaker.Role, speaker.Party);
        });
        var figuresOf = figures.ToLookup(figure => figure.Claim);
        return
        [
            .. ids.Where(claims.ContainsKey).Select(id => claims[id].ToRow() with
            {
                Speakers = [.. speakersOf[id]],
                Figures = [.. figuresOf[id].Select(figure => figure.ToFigure(claims[id].Id))],
            }),
        ];
    }

    /// <summary>The ids of speakers by number.</summary>
    public static Dictionary<long, string> PublicIds(DbConnection connection, IEnumerable<long> speakers) => speakers.Chunk(Listings.Piece)
        .SelectMany(piece => connection.Query<(long Id, string PublicId)>("SELECT id, public_id FROM speakers WHERE id IN @piece", new { piece }))
        .ToDictionary(speaker => speaker.Id, speaker => speaker.PublicId);

    // Dapper fills these by name.
    private sealed class ClaimData
    {
        public long RowId { get; init; }

        public string Id { get; init; } = "";

        public string Article { get; init; } = "";

        public string Stance { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? SaidFrom { get; init; }

        public string? SaidTo { get; init; }

        public string Day { get; init; } = "";

        public string Words { get; init; } = "";

        public string? Cue { get; init; }

        public string? Via { get; init; }

        public string? Outlet { get; init; }

        public string? Title { get; init; }

        public string? Url { get; init; }

        public string? Published { get; init; }

        public string Language { get; init; } = "";

        public ClaimRow ToRow() => new()
        {
            Id = Id,
            Article = Article,
            Stance = Stance,
            Kind = Kind,
            SaidFrom = SaidFrom,
            SaidTo = SaidTo,
            Day = Day,
            Words = Words,
            Cue = Cue,
            Via = Via,
            Outlet = Outlet,
            Title = Title,
            Url = Url,
            Published = Published,
            Language = Language,
        };
    }

    private sealed class SpeakerData
    {
        public long Claim { get; init; }

        public long Speaker { get; init; }

        public string Name { get; init; } = "";

        public string? Role { get; init; }

        public string? Party { get; init; }
    }

    private sealed class FigureData
    {
        public long Claim { get; init; }

        public long Ordinal { get; init; }

        public double Value { get; init; }

        public double? Max { get; init; }

        public string Bound { get; init; } = "";

        public string? Counted { get; init; }

        public string? Unit { get; init; }

        public string? Status { get; init; }

        public string? Scope { get; init; }

        public string? AsOf { get; init; }

        public string Exact { get; init; } = "";

        public FigureInClaim ToFigure(string claim) => new(
            claim + "." + (Ordinal + 1).ToString(CultureInfo.InvariantCulture), Number(Value), Max is { } max ? Number(max) : null, Bound, Counted,
            Unit, Status, Scope, AsOf, Exact);

        // A number of this size is no count of anything; the words beside it say what stands there.
        private static decimal Number(double value) => Math.Abs(value) < 7.9e28 ? (decimal)value : Math.Sign(value) * decimal.MaxValue;
    }
}
