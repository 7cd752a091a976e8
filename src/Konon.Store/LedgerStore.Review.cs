using Dapper;
using Konon.Ledger.Review;
using Konon.Store.Review;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Writes a person's decision down, or says why not. Nothing is overwritten: what stood before is in the decision.</summary>
    /// <param name="request">Who decides what.</param>
    /// <exception cref="ArgumentException">Nobody decides.</exception>
    public DecisionOutcome Decide(DecisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.By)) throw new ArgumentException("nobody decides", nameof(request));
        return Write((_, transaction) => new Decider(Database, transaction, _time.GetUtcNow()).Decide(request));
    }

    /// <summary>A reading with every decision applied: what lists, stories and exports are to show.</summary>
    public ReviewedReading Effective(StoredReading stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Use(connection => new ReviewBook(
            DecisionTable.Read(
                connection,
                null,
                "WHERE kind = 'claim' AND article_id = (SELECT id FROM articles WHERE public_id = @Article) ORDER BY id",
                new { stored.Article }),
            SpeakerMerges.Names(connection)).Effective(stored));
    }

    /// <summary>All decisions on claims and speakers, for whoever goes over many readings.</summary>
    public ReviewBook Reviews() => Use(connection =>
        new ReviewBook(DecisionTable.OfKind(connection, null, DecisionTarget.Claim), SpeakerMerges.Names(connection)));

    /// <summary>Claims that wait for a person, the least sure first.</summary>
    public IReadOnlyList<ReviewRow> ReviewQueue(ReviewQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection =>
        {
            var state = query.State is { } wanted ? DecisionNames.Of(wanted) : null;
            var part = query.Speaker is { } speaker ? "%" + speaker.ToLowerInvariant() + "%" : null;
            var rows = connection.Query<QueueRow>(
                $"""
                SELECT claims.id AS Row, claims.public_id AS Id, articles.public_id AS Article, readings.outlet AS Outlet, claims.day AS Day,
                  claims.stance AS Stance, claims.words AS Words, claims.confidence AS Confidence, claims.review AS State,
                  claims.corrected AS Corrected
                FROM claims JOIN readings ON readings.id = claims.reading_id JOIN articles ON articles.id = readings.article_id
                WHERE claims.current = 1
                {(state is null ? "" : "AND claims.review = @state")}
                {(query.Stance is null ? "" : "AND claims.stance = @Stance")}
                {(query.Outlet is null ? "" : "AND readings.outlet = @Outlet")}
                {(query.Since is null ? "" : "AND claims.day >= @Since")}
                {(query.Party is null ? "" : "AND EXISTS (SELECT 1 FROM claim_speakers WHERE claim_id = claims.id AND party = @Party)")}
                {(part is null ? "" : """
                AND EXISTS (SELECT 1 FROM claim_speakers JOIN speakers ON speakers.id = claim_speakers.speaker_id
                  WHERE claim_speakers.claim_id = claims.id AND (LOWER(claim_speakers.name) LIKE @part OR speakers.public_id = @Speaker))
                """)}
                ORDER BY claims.confidence, claims.id LIMIT @Limit
                """,
                new { state, part, query.Stance, query.Outlet, query.Since, query.Party, query.Speaker, query.Limit }).ToList();
            var names = connection.Query<(long Claim, string Name)>(
                    "SELECT claim_id, name FROM claim_speakers WHERE claim_id IN @rows ORDER BY claim_id, ordinal",
                    new { rows = rows.Select(row => row.Row) })
                .ToLookup(name => name.Claim, name => name.Name);
            return (IReadOnlyList<ReviewRow>)[.. rows.Select(row => row.ToRow(names[row.Row]))];
        });
    }

    /// <summary>What people decided, the latest first.</summary>
    public IReadOnlyList<LoggedDecision> Decisions(DecisionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Use(connection =>
        {
            var target = query.Target?.ToLowerInvariant();
            var rows = connection.Query<(byte[] Body, long Detached, long Id)>(
                $"""
                SELECT body, detached, id FROM decisions WHERE 1 = 1
                {(query.By is null ? "" : "AND by_name = @By")}
                {(target is null ? "" : "AND target >= @target AND target < @after")}
                {(query.Detached ? "AND detached = 1" : "")}
                {(query.Before is null ? "" : "AND id < (SELECT id FROM decisions WHERE public_id = @Before)")}
                ORDER BY id DESC LIMIT @Limit
                """,
                new { query.By, target, after = target + "g", query.Before, query.Limit }).ToList();
            var undone = Decision.Undone(DecisionTable.Read(connection, null, "WHERE action = 'undo' ORDER BY id", new { }));
            return (IReadOnlyList<LoggedDecision>)[.. rows
                .Select(row => (Decision: DecisionRecord.Parse(Packed.Unpack(row.Body)), row.Detached))
                .Select(row => new LoggedDecision(row.Decision, undone.Contains(row.Decision.Id), row.Detached == 1))];
        });
    }

    /// <summary>One decision; null where none has that id.</summary>
    /// <param name="id">Its whole id.</param>
    public LoggedDecision? DecisionOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Use(connection =>
        {
            var (body, detached) = connection.QueryFirstOrDefault<(byte[]? Body, long Detached)>(
                "SELECT body, detached FROM decisions WHERE public_id = @id", new { id });
            if (body is null) return null;
            var undone = Decision.Undone(DecisionTable.Read(connection, null, "WHERE action = 'undo' ORDER BY id", new { }));
            return new LoggedDecision(DecisionRecord.Parse(Packed.Unpack(body)), undone.Contains(id), detached == 1);
        });
    }

    // Dapper fills it by name.
    private sealed class QueueRow
    {
        public long Row { get; init; }

        public string Id { get; init; } = "";

        public string Article { get; init; } = "";

        public string? Outlet { get; init; }

        public string Day { get; init; } = "";

        public string Stance { get; init; } = "";

        public string Words { get; init; } = "";

        public double Confidence { get; init; }

        public string State { get; init; } = "";

        public long Corrected { get; init; }

        public ReviewRow ToRow(IEnumerable<string> speakers)
        {
            var names = string.Join(", ", speakers);
            return new ReviewRow
            {
                Id = Id,
                Article = Article,
                Outlet = Outlet,
                Day = Day,
                Speakers = names.Length == 0 ? null : names,
                Stance = Stance,
                Words = Words,
                Confidence = Confidence,
                State = State,
                Corrected = Corrected == 1,
            };
        }
    }
}
