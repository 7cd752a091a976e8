using System.Data.Common;
using Dapper;
using Konon.Ledger;
using Konon.Store.Review;

namespace Konon.Store;

/// <summary>Settles which of an article's readings says what the article says now.</summary>
/// <remarks>
/// Of each document the reading by the newest reader, unless a newer one took the document for another article; of the documents the one
/// fetched last, then changed or published last, then by digest: a function of what is kept, not of the order in which it came. An article
/// all of whose documents now say another one says nothing any more. Flags and word indexes are all that this changes.
/// </remarks>
internal sealed class CurrentReadings(ILedgerDatabase database, DbTransaction transaction) : IDisposable
{
    private readonly DbConnection _connection = transaction.Connection!;
    private readonly Dictionary<long, string> _readers = [];

    /// <summary>Settles one article.</summary>
    public void Settle(long article)
    {
        foreach (var (candidate, isCurrent, supersededBy) in Decide(article)) Mark(candidate, isCurrent, supersededBy);
        new Projection(database, transaction).Article(article);
    }

    /// <summary>What the flags of an article's readings should be and are not, by the readings' ids; changes nothing.</summary>
    public IReadOnlyList<string> Unsettled(long article) =>
        [.. Decide(article)
            .Where(decided => (decided.Reading.Current == 1) != decided.IsCurrent || decided.Reading.SupersededBy != decided.SupersededBy)
            .Select(decided => decided.Reading.PublicId)];

    private IEnumerable<(Candidate Reading, bool IsCurrent, long? SupersededBy)> Decide(long article)
    {
        var candidates = _connection.Query<Candidate>(
            """
            SELECT readings.id AS Id, readings.public_id AS PublicId, readings.document_id AS Document, readings.current AS Current,
              readings.superseded_by AS SupersededBy,
              documents.sha256 AS Sha256, readings.digest AS Digest, readings.modified AS Modified, readings.published AS Published,
              reads.reader_id AS Reader, reads.label_id AS LabelRow, labels.digest AS Label,
              (SELECT MAX(fetched_at) FROM sightings
                WHERE sightings.document_id = readings.document_id AND sightings.article_id = readings.article_id) AS FetchedAt
            FROM readings
            JOIN documents ON documents.id = readings.document_id
            JOIN reads ON reads.reading_id = readings.id
            JOIN labels ON labels.id = reads.label_id
            WHERE readings.article_id = @article
            """,
            new { article },
            transaction).ToList();
        if (candidates.Count == 0) return [];
        var elsewhere = Elsewhere(article);
        var chosen = candidates
            .Where(candidate => Successor(candidate, elsewhere) is null)
            .GroupBy(candidate => candidate.Document)
            .ToDictionary(same => same.Key, same => same
                .OrderByDescending(candidate => ReaderName(candidate.Reader), ReaderRank.Instance)
                .ThenBy(candidate => candidate.Label, StringComparer.Ordinal)
                .ThenBy(candidate => candidate.Digest, StringComparer.Ordinal)
                .First());
        var current = chosen.Values
            .OrderByDescending(candidate => candidate.FetchedAt ?? long.MinValue)
            .ThenByDescending(candidate => candidate.Modified ?? candidate.Published ?? "", StringComparer.Ordinal)
            .ThenByDescending(candidate => candidate.Sha256, StringComparer.Ordinal)
            .FirstOrDefault();
        return candidates.DistinctBy(candidate => candidate.Id).Select(candidate =>
        {
            if (candidate.Id == current?.Id) return (candidate, true, (long?)null);
            var better = chosen.GetValueOrDefault(candidate.Document);
            if (better is not null && better.Id != candidate.Id) return (candidate, false, better.Id);
            return (candidate, false, current?.Id ?? Successor(candidate, elsewhere)?.Reading);
        });
    }

    /// <summary>Takes a reading out of use that its own reader gives no longer, unless it gives it of another document.</summary>
    public void Retire(long reading, long by)
    {
        if (_connection.QuerySingle<long>("SELECT COUNT(*) FROM reads WHERE reading_id = @reading", new { reading }, transaction) > 0) return;
        Mark(
            _connection.QuerySingle<Candidate>(
                "SELECT id AS Id, current AS Current, superseded_by AS SupersededBy FROM readings WHERE id = @reading", new { reading }, transaction),
            false,
            by);
    }

    // Readings of this article's documents, under the same labels, that other readers took for other articles.
    private ILookup<(long, long), Other> Elsewhere(long article) => _connection.Query<Other>(
        """
        SELECT other.document_id AS Document, other.label_id AS Label, other.reader_id AS Reader, other.reading_id AS Reading
        FROM readings
        JOIN reads ON reads.reading_id = readings.id
        JOIN reads AS other ON other.document_id = reads.document_id AND other.label_id = reads.label_id
        JOIN readings AS other_readings ON other_readings.id = other.reading_id
        WHERE readings.article_id = @article AND other_readings.article_id <> readings.article_id
        """,
        new { article },
        transaction).ToLookup(other => (other.Document, other.Label));

    // The newest of these, where it is newer than the candidate's own reader.
    private Other? Successor(Candidate candidate, ILookup<(long, long), Other> elsewhere) =>
        elsewhere[(candidate.Document, candidate.LabelRow)]
        .Where(other => ReaderRank.Instance.Compare(ReaderName(other.Reader), ReaderName(candidate.Reader)) > 0)
        .MaxBy(other => ReaderName(other.Reader), ReaderRank.Instance);

    public void Dispose() => _readers.Clear();

    private void Mark(Candidate reading, bool current, long? supersededBy)
    {
        if ((reading.Current == 1) == current && reading.SupersededBy == supersededBy) return;
        var values = new { reading.Id, flag = current ? 1 : 0, supersededBy };
        _connection.Execute("UPDATE readings SET current = @flag, superseded_by = @supersededBy WHERE id = @Id", values, transaction);
        if ((reading.Current == 1) == current) return;
        const string Own = "(SELECT id FROM claims WHERE reading_id = @Id)";
        _connection.Execute("UPDATE claims SET current = @flag WHERE reading_id = @Id", values, transaction);
        _connection.Execute($"UPDATE claim_speakers SET current = @flag WHERE claim_id IN {Own}", values, transaction);
        _connection.Execute($"UPDATE figures SET current = @flag WHERE claim_id IN {Own}", values, transaction);
        Index(reading.Id, current);
    }

    private void Index(long reading, bool current)
    {
        var claims = _connection.Query<long>("SELECT id FROM claims WHERE reading_id = @reading ORDER BY ordinal", new { reading }, transaction).ToList();
        if (!current)
        {
            database.RemoveWords(transaction, WordIndex.Readings, reading);
            foreach (var claim in claims) database.RemoveWords(transaction, WordIndex.Claims, claim);
            return;
        }

        var body = _connection.QuerySingle<byte[]>("SELECT body FROM readings WHERE id = @reading", new { reading }, transaction);
        var read = ReadingParser.Parse(Packed.Unpack(body), "", "");
        database.AddWords(transaction, WordIndex.Readings, reading, SearchWords.Of(read.Article.Text, read.Article.Language));
        var prepared = PreparedClaim.Of(read);
        for (var i = 0; i < claims.Count; i++) database.AddWords(transaction, WordIndex.Claims, claims[i], prepared[i].Index);
    }

    private string ReaderName(long id)
    {
        if (_readers.TryGetValue(id, out var name)) return name;
        // Where the row is gone, which a check tells, it is older than any.
        name = _connection.QueryFirstOrDefault<string>("SELECT name FROM readers WHERE id = @id", new { id }, transaction) ?? "";
        _readers.Add(id, name);
        return name;
    }

    // Dapper fills it by name.
    private sealed class Candidate
    {
        public long Id { get; init; }

        public string PublicId { get; init; } = "";

        public long LabelRow { get; init; }

        public long Document { get; init; }

        public long Current { get; init; }

        public long? SupersededBy { get; init; }

        public string Sha256 { get; init; } = "";

        public string Digest { get; init; } = "";

        public string? Modified { get; init; }

        public string? Published { get; init; }

        public long Reader { get; init; }

        public string Label { get; init; } = "";

        public long? FetchedAt { get; init; }
    }

    // Dapper fills it by name.
    private sealed class Other
    {
        public long Document { get; init; }

        public long Label { get; init; }

        public long Reader { get; init; }

        public long Reading { get; init; }
    }
}
