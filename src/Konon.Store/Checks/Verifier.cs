using System.Data.Common;
using System.Globalization;
using Dapper;
using Konon.Bytes;
using Konon.Ledger;
using Konon.Ledger.Review;

namespace Konon.Store.Checks;

/// <summary>Checks a ledger against itself: digests, spans, references, what is derived, and the documents read again.</summary>
/// <remarks>Works on one moment's state. Linear in what the ledger holds; memory stays flat but for one number an index row.</remarks>
internal sealed class Verifier(
    ILedgerDatabase database, IDocumentVault vault, DbTransaction transaction, string reader, VerifyOptions options)
{
    private const int Piece = 256;
    private readonly DbConnection _connection = transaction.Connection!;
    private long _checked;

    /// <summary>What is wrong, as it is found: the engine's own findings, files, readings, references, indexes.</summary>
    public IEnumerable<LedgerProblem> Problems()
    {
        Func<IEnumerable<LedgerProblem>>[] checks = [
            Damages, Names, Files, Readings, Sightings, Flags, Speakers, Merges, Decisions, Stories, Indexes, Orphans];
        return checks.SelectMany(check => check());
    }

    private IEnumerable<LedgerProblem> Damages() => database.Damages(_connection).Select(damage => new LedgerProblem("database", damage));

    private IEnumerable<LedgerProblem> Names()
    {
        foreach (var (id, key) in Rows<(string, string)>("SELECT public_id, key FROM articles"))
        {
            if (ContentId.Of(key) != id) yield return new("article " + id, "its key gives another id");
        }

        foreach (var (id, key) in Rows<(string, string)>("SELECT public_id, key FROM speakers"))
        {
            if (ContentId.Of(key) != id) yield return new("speaker " + id, "the key gives another id");
        }

        foreach (var (digest, body) in Rows<(string Digest, byte[] Body)>("SELECT digest, body FROM labels"))
        {
            if (!Fits(body, digest)) yield return new("label " + digest, "damaged: it has another digest");
        }
    }

    private static bool Fits(byte[] packed, string digest)
    {
        try
        {
            return DocumentDigest.Of(Packed.Unpack(packed)) == digest;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private IEnumerable<LedgerProblem> Files()
    {
        var forgotten = Rows<string>("SELECT digest FROM tombstones WHERE kind = 'document'").ToHashSet(StringComparer.Ordinal);
        var documents = Rows<(string Sha256, long Size)>("SELECT sha256, size FROM documents ORDER BY sha256");
        foreach (var problem in InParallel(documents, Check))
        {
            if (problem is { } found) yield return found;
        }

        LedgerProblem? Check((string Sha256, long Size) document) =>
            FileOf(document.Sha256, document.Size, forgotten.Contains(document.Sha256));
    }

    private LedgerProblem? FileOf(string sha256, long size, bool isForgotten)
    {
        var where = "document " + sha256;
        try
        {
            var bytes = vault.Get(sha256);
            if (isForgotten) return bytes is null ? null : new(where, "was forgotten, and its bytes are still kept");
            if (bytes is null) return new(where, "its bytes are not kept");
            if (bytes.Length == size) return null;
            return new(where, string.Create(CultureInfo.InvariantCulture, $"has {bytes.Length} bytes, not {size}"));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException)
        {
            return new(where, "damaged: " + fault.Message);
        }
    }

    private IEnumerable<LedgerProblem> Readings()
    {
        var check = new ReadingCheck(vault, reader, options.Quick);
        var pieces = new ReadingPieces(_connection, transaction, Piece);
        foreach (var found in InParallel(pieces.All(), check.Problems))
        {
            foreach (var problem in found) yield return problem;
        }
    }

    private IEnumerable<LedgerProblem> Sightings()
    {
        const string Elsewhere = """
            SELECT sightings.input, documents.sha256 FROM sightings
            JOIN documents ON documents.id = sightings.document_id
            WHERE NOT EXISTS (
              SELECT 1 FROM reads JOIN readings ON readings.id = reads.reading_id
              WHERE reads.document_id = sightings.document_id AND reads.label_id = sightings.label_id
                AND readings.article_id = sightings.article_id)
            ORDER BY sightings.id
            """;
        foreach (var (input, sha256) in Rows<(string, string)>(Elsewhere))
        {
            yield return new("sighting of " + input, $"nobody read document {sha256} as the article that it is noted for");
        }

        // What its own reader gives no longer stays, superseded.
        const string Unread = """
            SELECT readings.public_id FROM readings
            WHERE (superseded_by IS NULL AND NOT EXISTS (SELECT 1 FROM reads WHERE reads.reading_id = readings.id))
              OR NOT EXISTS (SELECT 1 FROM reading_parts
                WHERE reading_parts.reading_id = readings.id AND reading_parts.document_id = readings.document_id)
            ORDER BY readings.public_id
            """;
        foreach (var id in Rows<string>(Unread)) yield return new("reading " + id, "nothing says of which document it was read");
    }

    // With one reading that is current and one read, there is nothing to decide.
    private IEnumerable<LedgerProblem> Flags()
    {
        var doubtful = Rows<(long Id, string PublicId)>(
            """
            SELECT articles.id, articles.public_id FROM articles
            WHERE 1 <> (SELECT COUNT(*) FROM readings JOIN reads ON reads.reading_id = readings.id WHERE readings.article_id = articles.id)
              OR NOT EXISTS (SELECT 1 FROM readings WHERE readings.article_id = articles.id AND current = 1 AND superseded_by IS NULL)
            ORDER BY articles.public_id
            """).ToList();
        using var current = new CurrentReadings(database, transaction);
        foreach (var (id, publicId) in doubtful)
        {
            foreach (var reading in current.Unsettled(id))
            {
                yield return new($"article {publicId}, reading {reading}", "is marked current or superseded wrongly");
            }
        }
    }

    private IEnumerable<LedgerProblem> Speakers()
    {
        const string Uses = """
            SELECT speakers.public_id, named.name, named.uses, COALESCE(counted.uses, 0) FROM speaker_names AS named
            JOIN speakers ON speakers.id = named.speaker_id
            LEFT JOIN (SELECT speaker_id, name, COUNT(*) AS uses FROM claim_speakers GROUP BY speaker_id, name) AS counted
              ON counted.speaker_id = named.speaker_id AND counted.name = named.name
            WHERE named.uses <> COALESCE(counted.uses, 0)
            ORDER BY speakers.public_id, named.name
            """;
        foreach (var (id, name, stated, counted) in Rows<(string, string, long, long)>(Uses))
        {
            yield return new(
                "speaker " + id,
                string.Create(CultureInfo.InvariantCulture, $"the name \"{name}\" is counted {stated} times and stands {counted} times"));
        }
    }

    private IEnumerable<LedgerProblem> Merges()
    {
        var heads = MergeGroups.Of(Decision.Standing([.. Rows<byte[]>("SELECT body FROM decisions WHERE kind = 'speaker' ORDER BY id")
            .Select(DecisionCheck.Parsed).OfType<Decision>()]));
        var rows = Rows<(string Id, string? Head)>(
            """
            SELECT speakers.public_id, heads.public_id FROM speakers LEFT JOIN speakers AS heads ON heads.id = speakers.merged_into
            ORDER BY speakers.public_id
            """).ToList();
        var known = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, head) in rows)
        {
            var decided = heads.GetValueOrDefault(id) is { } into && known.Contains(into) ? into : null;
            if (decided != head) yield return new("speaker " + id, "is not merged as people decided");
        }
    }

    private IEnumerable<LedgerProblem> Decisions() => new DecisionCheck(_connection, transaction).Problems();

    // Until they are settled again, nothing is said of stories.
    private IEnumerable<LedgerProblem> Stories()
    {
        if (_connection.QuerySingle<long>("SELECT unsettled FROM story_state", transaction: transaction) != 0) yield break;
        const string Untold = """
            SELECT readings.public_id FROM readings
            WHERE current = 1 AND NOT EXISTS (SELECT 1 FROM story_articles
              WHERE story_articles.article_id = readings.article_id AND story_articles.reading_id = readings.id)
            ORDER BY readings.public_id
            """;
        foreach (var id in Rows<string>(Untold)) yield return new("reading " + id, "is current, and in no story");
        const string Past = """
            SELECT articles.public_id FROM story_articles JOIN articles ON articles.id = story_articles.article_id
            JOIN readings ON readings.id = story_articles.reading_id
            WHERE readings.current = 0 OR readings.article_id <> story_articles.article_id ORDER BY articles.public_id
            """;
        foreach (var id in Rows<string>(Past)) yield return new("article " + id, "stands in its story by a reading that is not current");
        const string Miscounted = """
            SELECT public_id FROM stories
            WHERE articles <> (SELECT COUNT(*) FROM story_articles WHERE story_articles.story_id = stories.id) ORDER BY public_id
            """;
        foreach (var id in Rows<string>(Miscounted)) yield return new("story " + id, "says a number of articles that is not theirs");
    }

    private IEnumerable<LedgerProblem> Indexes()
    {
        foreach (var (index, table, what) in (IEnumerable<(WordIndex, string, string)>)[
            (WordIndex.Readings, "readings", "reading"), (WordIndex.Claims, "claims", "claim")])
        {
            var current = Rows<(long Id, string PublicId)>($"SELECT id, public_id FROM {table} WHERE current = 1")
                .ToDictionary(row => row.Id, row => row.PublicId);
            foreach (var id in database.IndexedRows(_connection, index))
            {
                if (!current.Remove(id)) yield return new("word index of " + table, "has words of a row that is not current");
            }

            foreach (var id in current.Values.Order(StringComparer.Ordinal)) yield return new($"{what} {id}", "is not in the word index");
        }

        if (options.Quick) yield break;
        var pieces = new ReadingPieces(_connection, transaction, Piece);
        foreach (var (row, index, words, where) in pieces.All().SelectMany(IndexWords.Of))
        {
            if (!database.HasPhrase(_connection, index, row, words)) yield return new(where, "the word index has other words than it");
            Count();
        }
    }

    // Kept before a row was written that never came; or read again, of which nothing came.
    private IEnumerable<LedgerProblem> Orphans()
    {
        var known = Rows<string>("SELECT sha256 FROM documents").ToHashSet(StringComparer.Ordinal);
        foreach (var sha256 in vault.All().Where(sha256 => !known.Contains(sha256)).Order(StringComparer.Ordinal))
        {
            yield return new("document " + sha256, "is kept, and no row needs it; --tidy erases it", IsNote: true);
        }

        foreach (var path in vault.Unfinished().Order(StringComparer.Ordinal))
        {
            yield return new("file " + Path.GetFileName(path), "was left half written; --tidy erases it", IsNote: true);
        }
    }

    private IEnumerable<T> Rows<T>(string sql) => _connection.Query<T>(sql, transaction: transaction, buffered: false);

    // Memory holds one piece at a time; the order of the answers is that of the rows.
    private IEnumerable<TOut> InParallel<TIn, TOut>(IEnumerable<TIn> rows, Func<TIn, TOut> check)
    {
        foreach (var piece in rows.Chunk(Piece))
        {
            var parallel = piece.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(options.Jobs, 1, 512));
            foreach (var found in parallel.Select(check)) yield return found;
            Count(piece.Length);
        }
    }

    private void Count(int rows = 1) => options.Progress?.Invoke(_checked += rows);
}
