using System.Data.Common;
using Dapper;
using Konon.Claims;
using Konon.Ledger.Review;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Store.Review;

/// <summary>Brings the rows that lists and searches read in step with what people decided.</summary>
/// <remarks>
/// A claim's rows are made of two things: the reading's body, which is never changed, and the decisions on its words. Undoing a decision
/// makes them again without it.
/// </remarks>
internal sealed class Projection(ILedgerDatabase database, DbTransaction transaction)
{
    private readonly DbConnection _connection = transaction.Connection!;

    /// <summary>Brings the rows of one article in step; nothing happens where nobody decided.</summary>
    public void Article(long article)
    {
        var decisions = DecisionTable.OfArticle(_connection, transaction, article);
        if (decisions.Count == 0) return;
        var readings = _connection.Query<Stored>(
            """
            SELECT readings.id AS Id, readings.current AS Current, readings.body AS Body, documents.sha256 AS Sha256
            FROM readings JOIN documents ON documents.id = readings.document_id WHERE readings.article_id = @article ORDER BY readings.id
            """,
            new { article },
            transaction).ToList();
        foreach (var reading in readings)
        {
            var reviewed = ReviewedReading.Of(ReadingParser.Parse(Packed.Unpack(reading.Body), "", reading.Sha256), decisions);
            Claims(reading, reviewed);
            if (reading.Current == 1) Detach(article, reviewed.Detached);
        }

        if (decisions.Any(decision => decision.On == DecisionTarget.Figure)) new FigureMerges(transaction).Settle();
    }

    private void Claims(Stored reading, ReviewedReading reviewed)
    {
        var rows = _connection.Query<Row>(
            "SELECT id AS Id, review AS Review, corrected AS Corrected FROM claims WHERE reading_id = @Id ORDER BY ordinal",
            new { reading.Id },
            transaction).ToList();
        IReadOnlyList<PreparedClaim>? prepared = null;
        for (var i = 0; i < rows.Count; i++)
        {
            if (reviewed.Claims[i].Decisions.Count == 0 && rows[i] is { Review: "suggested", Corrected: 0 }) continue;
            prepared ??= PreparedClaim.Of(reviewed.Reading);
            Claim(rows[i].Id, prepared[i], reviewed.Claims[i], reading.Current);
            Figures(rows[i].Id, prepared[i]);
        }
    }

    private void Claim(long id, PreparedClaim made, ClaimReview review, long current)
    {
        var claim = made.Claim;
        _connection.Execute(
            """
            UPDATE claims SET stance = @stance, said_from = @from, said_to = @to, day = @Day, review = @review, corrected = @corrected WHERE id = @id
            """,
            new
            {
                id,
                stance = WireNames.Of(claim.Stance),
                from = IsoDay.Of(claim.SaidOn?.From),
                to = IsoDay.Of(claim.SaidOn?.To),
                made.Day,
                review = DecisionNames.Of(review.State),
                corrected = review.Corrected.Count > 0 ? 1 : 0,
            },
            transaction);
        var before = Uncount(id);
        _connection.Execute("DELETE FROM claim_speakers WHERE claim_id = @id", new { id }, transaction);
        for (var i = 0; i < claim.Speakers.Count; i++)
        {
            var (speaker, ordinal) = (claim.Speakers[i], i);
            _connection.Execute(
                """
                INSERT INTO claim_speakers (claim_id, ordinal, speaker_id, name, role, party, day, current)
                VALUES (@id, @ordinal, @known, @Name, @Role, @Party, @Day, @current)
                """,
                new { id, ordinal, known = Speaker(made.Speakers[i], speaker), speaker.Name, speaker.Role, speaker.Party, made.Day, current },
                transaction);
        }

        foreach (var (speaker, name) in before)
        {
            _connection.Execute(
                "DELETE FROM speaker_names WHERE speaker_id = @speaker AND name = @name AND uses = 0", new { speaker, name }, transaction);
        }

        if (current == 0) return;
        database.RemoveWords(transaction, WordIndex.Claims, id);
        database.AddWords(transaction, WordIndex.Claims, id, made.Index);
    }

    private void Figures(long claim, PreparedClaim made)
    {
        for (var i = 0; i < made.Claim.Figures.Count; i++)
        {
            var figure = made.Claim.Figures[i];
            _connection.Execute(
                """
                UPDATE figures SET value = @value, max = @max, bound = @bound, counted = @Counted, stems = @stems, unit = @Unit, status = @Status,
                  scope = @Scope, as_of = @asOf, day = @Day WHERE claim_id = @claim AND ordinal = @ordinal
                """,
                new
                {
                    claim,
                    ordinal = i,
                    value = (double)figure.Value,
                    max = (double?)figure.Max,
                    bound = WireNames.Of(figure.Bound),
                    figure.Counted,
                    stems = made.Stems[i],
                    figure.Unit,
                    figure.Status,
                    figure.Scope,
                    asOf = figure.AsOf?.ToString(),
                    made.Day,
                },
                transaction);
        }
    }

    // Under which names a claim's speakers stood so far; each is used once less.
    private List<(long Speaker, string Name)> Uncount(long claim)
    {
        var names = _connection.Query<(long Speaker, string Name)>(
            "SELECT speaker_id, name FROM claim_speakers WHERE claim_id = @claim", new { claim }, transaction).ToList();
        foreach (var (speaker, name) in names)
        {
            _connection.Execute(
                "UPDATE speaker_names SET uses = uses - 1 WHERE speaker_id = @speaker AND name = @name", new { speaker, name }, transaction);
        }

        return names;
    }

    private long Speaker(string key, Speaker speaker)
    {
        _connection.Execute(
            "INSERT INTO speakers (public_id, key, type) VALUES (@id, @key, @type) ON CONFLICT DO NOTHING",
            new { id = PreparedEntry.IdOf(key), key, type = WireNames.Of(speaker.Type) },
            transaction);
        var known = _connection.QuerySingle<long>("SELECT id FROM speakers WHERE key = @key", new { key }, transaction);
        var uses = _connection.QuerySingle<long>(
            """
            INSERT INTO speaker_names (speaker_id, name, uses) VALUES (@known, @Name, 1)
            ON CONFLICT (speaker_id, name) DO UPDATE SET uses = speaker_names.uses + 1 RETURNING uses
            """,
            new { known, speaker.Name },
            transaction);
        if (uses > 1) return known;
        foreach (var word in SpeakerWords.Of(speaker.Name))
        {
            _connection.Execute(
                "INSERT INTO speaker_words (word, speaker_id, name) VALUES (@word, @known, @Name) ON CONFLICT DO NOTHING",
                new { word, known, speaker.Name },
                transaction);
        }

        return known;
    }

    private void Detach(long article, IReadOnlyList<Decision> detached)
    {
        _connection.Execute("UPDATE decisions SET detached = 0 WHERE article_id = @article AND detached = 1", new { article }, transaction);
        foreach (var decision in detached)
        {
            _connection.Execute("UPDATE decisions SET detached = 1 WHERE public_id = @Id", new { decision.Id }, transaction);
        }
    }

    // Dapper fills these by name.
    private sealed class Stored
    {
        public long Id { get; init; }

        public long Current { get; init; }

        public byte[] Body { get; init; } = [];

        public string Sha256 { get; init; } = "";
    }

    private sealed class Row
    {
        public long Id { get; init; }

        public string Review { get; init; } = "";

        public long Corrected { get; init; }
    }
}
