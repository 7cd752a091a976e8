using System.Data.Common;
using Dapper;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store.Forgetting;
using Konon.Store.Grouping;
using Konon.Text;

namespace Konon.Store;

/// <summary>Appends the rows of one transaction.</summary>
internal sealed class Appender : IDisposable
{
    private readonly ILedgerDatabase _database;
    private readonly DbTransaction _transaction;
    private readonly long _now;
    private readonly long _reader;
    private readonly string? _readerName;
    private readonly List<Statement> _statements = [];
    private readonly CurrentReadings _current;
    private readonly Dictionary<(string Key, string Type), long> _speakers = [];
    private readonly Statement _findDocument;
    private readonly Statement _addDocument;
    private readonly Statement _findLabel;
    private readonly Statement _addLabel;
    private readonly Statement _findArticle;
    private readonly Statement _addArticle;
    private readonly Statement _findReading;
    private readonly Statement _addReading;
    private readonly Statement _addRead;
    private readonly Statement _readArticle;
    private readonly Statement _readByAny;
    private readonly Statement _readElsewhere;
    private readonly Statement _addSighting;
    private readonly ForgottenBook _forgotten;
    private readonly Statement _moveSightings;
    private readonly Statement _findRead;
    private readonly Statement _findSpeaker;
    private readonly Statement _addSpeaker;
    private readonly Statement _setType;
    private readonly Statement _addName;
    private readonly Statement _addNameWord;
    private readonly IEvidenceWriter _evidence;

    /// <summary>Appends in a transaction.</summary>
    /// <param name="database">The database.</param>
    /// <param name="transaction">The transaction to append in.</param>
    /// <param name="reader">Who reads; null where only what others have read is put back.</param>
    /// <param name="now">The time of the sightings.</param>
    public Appender(ILedgerDatabase database, DbTransaction transaction, string? reader, long now)
    {
        _database = database;
        _transaction = transaction;
        _now = now;
        _readerName = reader;
        _findDocument = New("SELECT id FROM documents WHERE sha256 = @0", 1);
        _addDocument = New("INSERT INTO documents (sha256, size) VALUES (@0, @1) RETURNING id", 2);
        _findLabel = New("SELECT id FROM labels WHERE digest = @0", 1);
        _addLabel = New("INSERT INTO labels (digest, body) VALUES (@0, @1) RETURNING id", 2);
        _findArticle = New("SELECT id FROM articles WHERE key = @0", 1);
        _addArticle = New("INSERT INTO articles (public_id, key) VALUES (@0, @1) RETURNING id", 2);
        _findReading = New("SELECT id FROM readings WHERE public_id = @0", 1);
        _addReading = New(
            """
            INSERT INTO readings (public_id, article_id, document_id, reader_id, digest, text_digest, body, language, outlet, title, url,
              external_id, published, modified, day, claims, current)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16) RETURNING id
            """,
            17);
        _addRead = New(
            """
            INSERT INTO reads (document_id, label_id, reader_id, reading_id) VALUES (@0, @1, @2, @3)
            ON CONFLICT (document_id, label_id, reader_id) DO UPDATE SET reading_id = excluded.reading_id
            """,
            4);
        _findRead = New("SELECT reading_id FROM reads WHERE document_id = @0 AND label_id = @1 AND reader_id = @2", 3);
        _readArticle = New(
            """
            SELECT readings.article_id FROM reads JOIN readings ON readings.id = reads.reading_id
            WHERE reads.document_id = @0 AND reads.label_id = @1 AND reads.reader_id = @2
            """,
            3);
        _readByAny = New(
            """
            SELECT readings.article_id FROM reads JOIN readings ON readings.id = reads.reading_id
            WHERE reads.document_id = @0 AND reads.label_id = @1 ORDER BY reads.reader_id DESC
            """,
            2);
        _readElsewhere = New(
            """
            SELECT 1 FROM reads JOIN readings ON readings.id = reads.reading_id
            WHERE reads.document_id = @0 AND reads.label_id = @1 AND readings.article_id <> @2
            """,
            3);
        _addSighting = New(
            """
            INSERT INTO sightings (run_id, input, document_id, label_id, article_id, seen_at, fetched_at)
            VALUES (@0, @1, @2, @3, @4, @5, @6) ON CONFLICT DO NOTHING
            """,
            7);
        // Inside the transaction: somebody may have asked to forget it since it was looked up.
        _forgotten = new ForgottenBook(transaction.Connection!.Query<(string Kind, string Digest)>("SELECT kind, digest FROM tombstones", transaction: transaction));
        // A newer reader may take a document for another article; where it was seen goes with it.
        _moveSightings = New("UPDATE sightings SET article_id = @0 WHERE document_id = @1 AND label_id = @2 AND article_id <> @0", 3);
        _findSpeaker = New("SELECT id FROM speakers WHERE key = @0", 1);
        _addSpeaker = New("INSERT INTO speakers (public_id, key, type) VALUES (@0, @1, @2) RETURNING id", 3);
        _setType = New("UPDATE speakers SET type = @1 WHERE id = @0 AND type > @1", 2);
        _addName = New(
            """
            INSERT INTO speaker_names (speaker_id, name, uses) VALUES (@0, @1, 1)
            ON CONFLICT (speaker_id, name) DO UPDATE SET uses = speaker_names.uses + 1 RETURNING uses
            """,
            2);
        _addNameWord = New("INSERT INTO speaker_words (word, speaker_id, name) VALUES (@0, @1, @2) ON CONFLICT DO NOTHING", 3);
        _evidence = database.Evidence(transaction);
        _current = new CurrentReadings(database, transaction);
        StoryKeeper.Unsettle(transaction.Connection!, transaction);
        if (reader is null) return;
        using var findReader = new Statement(transaction.Connection!, transaction, "SELECT id FROM readers WHERE name = @0", 1);
        using var addReader = new Statement(transaction.Connection!, transaction, "INSERT INTO readers (name) VALUES (@0) RETURNING id", 1);
        _reader = findReader.Number(reader) ?? addReader.Number(reader)!.Value;
    }

    /// <summary>The digests of the entries' documents that were not appended because somebody had them forgotten.</summary>
    public List<string> Forgotten { get; } = [];

    /// <summary>Appends one reading and the sighting of its document.</summary>
    /// <param name="run">The run that saw it; null where it was only read anew, so that there is no sighting.</param>
    /// <param name="entry">The reading.</param>
    public AppendCounts Append(long? run, PreparedEntry entry)
    {
        if (_forgotten.Has(entry.Reading) || entry.Documents.Any(document => _forgotten.HasDocument(document.Sha256)))
        {
            Forgotten.AddRange(entry.Documents.Select(document => document.Sha256));
            return default;
        }

        var documents = entry.Documents.Select(Document).ToList();
        var article = _findArticle.Number(entry.Key.Value);
        var isNewArticle = article is null;
        article ??= _addArticle.Number(entry.Key.Id, entry.Key.Value)!.Value;
        var reading = _findReading.Number(entry.PublicId);
        var isNewReading = reading is null;
        // The first page of an article may stay the same while a later one changes: another reading of the same document.
        var before = run is null || documents.Count > 1 ? _findRead.Number(documents[0].Document, documents[0].Label, _reader) : null;
        if (reading is null)
        {
            reading = AddReading(entry, article.Value, documents[0].Document, _reader, isNewArticle);
            for (var i = 0; i < documents.Count; i++) _evidence.Add(EvidenceTable.ReadingParts, reading, i, documents[i].Document, documents[i].Label);
        }
        else
        {
            RaiseReader(reading.Value);
        }

        foreach (var (document, label) in documents.Take(1)) _addRead.Run(document, label, _reader, reading);
        // From here on what was added is asked for.
        if (!isNewArticle || before is not null) _evidence.Flush();
        if (before is { } replaced && replaced != reading) _current.Retire(replaced, reading.Value);
        var sightings = run is { } seenBy ? Sight(seenBy, entry.Input, documents[0], article.Value, entry.Documents[0].FetchedAt) : 0;
        if (run is null) _moveSightings.Run(article, documents[0].Document, documents[0].Label);
        if (!isNewArticle) _current.Settle(article.Value);
        SettleElsewhere(documents[0], article.Value);
        return new AppendCounts(isNewArticle ? 1 : 0, isNewReading && !isNewArticle ? 1 : 0, sightings);
    }

    /// <summary>Appends the sighting of a document that was read before.</summary>
    public AppendCounts Sight(long run, Document document)
    {
        var prepared = PreparedDocument.Of(document);
        if (_findDocument.Number(prepared.Sha256) is not { } id || _findLabel.Number(prepared.LabelDigest) is not { } label) return default;
        if (_readArticle.Number(id, label, _reader) is not { } article) return default;
        var added = Sight(run, document.Input, (id, label), article, prepared.FetchedAt);
        // Seen again after another version stood there, it may be the current one again.
        if (added == 0 || prepared.FetchedAt is null) return new AppendCounts(0, 0, added);
        _evidence.Flush();
        _current.Settle(article);
        return new AppendCounts(0, 0, added);
    }

    /// <summary>Appends the sighting of a document of which its server says that it is still the one.</summary>
    /// <returns>False where the ledger has no such document of such an article.</returns>
    public bool SightUnchanged(long run, string input, string sha256, string labelDigest, long fetchedAt)
    {
        if (_findDocument.Number(sha256) is not { } id || _findLabel.Number(labelDigest) is not { } label) return false;
        if (_readByAny.Number(id, label) is not { } article) return false;
        Sight(run, input, (id, label), article, fetchedAt);
        _evidence.Flush();
        _current.Settle(article);
        return true;
    }

    /// <summary>Writes the rows that are held back, for whoever asks for them in the same transaction.</summary>
    public void Flush() => _evidence.Flush();

    public void Dispose()
    {
        _evidence.Dispose();
        _current.Dispose();
        foreach (var statement in _statements) statement.Dispose();
    }

    // Another reader may have taken the same document for another article; the newer one's word holds.
    private void SettleElsewhere((long Document, long Label) read, long article)
    {
        if (_readElsewhere.Number(read.Document, read.Label, article) is null) return;
        var others = _transaction.Connection!.Query<long>(
            """
            SELECT DISTINCT readings.article_id FROM reads JOIN readings ON readings.id = reads.reading_id
            WHERE reads.document_id = @Document AND reads.label_id = @Label AND readings.article_id <> @article
            """,
            new { read.Document, read.Label, article },
            _transaction);
        _evidence.Flush();
        foreach (var other in others.ToList()) _current.Settle(other);
        _current.Settle(article);
    }

    // A reading says by which newest reader it was made, whichever came first; who else made it stands in the reads.
    private void RaiseReader(long reading)
    {
        var connection = _transaction.Connection!;
        var name = connection.QuerySingle<string>(
            "SELECT readers.name FROM readings JOIN readers ON readers.id = readings.reader_id WHERE readings.id = @reading", new { reading }, _transaction);
        if (ReaderRank.Instance.Compare(name, _readerName) >= 0) return;
        connection.Execute("UPDATE readings SET reader_id = @_reader WHERE id = @reading", new { _reader, reading }, _transaction);
    }

    private int Sight(long run, string input, (long Document, long Label) seen, long article, long? fetchedAt) =>
        _addSighting.Run(run, input, seen.Document, seen.Label, article, _now, fetchedAt);

    private (long Document, long Label) Document(PreparedDocument document) => (
        _findDocument.Number(document.Sha256) ?? _addDocument.Number(document.Sha256, document.Size)!.Value,
        _findLabel.Number(document.LabelDigest) ?? _addLabel.Number(document.LabelDigest, document.Label)!.Value);

    /// <summary>Adds a reading with its claims, figures, speakers and words.</summary>
    internal long AddReading(PreparedEntry entry, long article, long document, long reader, bool current)
    {
        var read = entry.Reading.Article;
        var flag = current ? 1 : 0;
        var reading = _addReading.Number(
            entry.PublicId, article, document, reader, entry.Digest, entry.TextDigest, entry.Body, read.Language, read.Outlet,
            read.Title, read.Url, read.ExternalId, read.Published?.Value, read.Modified?.Value, entry.Day, entry.Claims.Count, flag)!.Value;
        _evidence.Add(EvidenceTable.Sketches, reading, entry.Sketch);
        if (current) _database.AddWords(_transaction, WordIndex.Readings, reading, entry.Words);
        for (var i = 0; i < entry.Claims.Count; i++) AddClaim(entry, i, reading, current);
        return reading;
    }

    private void AddClaim(PreparedEntry entry, int ordinal, long reading, bool current)
    {
        var made = entry.Claims[ordinal];
        var claim = made.Claim;
        var flag = current ? 1 : 0;
        var id = _evidence.AddClaim(
            made.PublicId, reading, ordinal, WireNames.Of(claim.Stance), WireNames.Of(claim.Kind), IsoDay.Of(claim.SaidOn?.From), IsoDay.Of(claim.SaidOn?.To),
            made.Day, made.Words, made.Cue, made.Via, claim.Figures.Count, flag, claim.Confidence);
        if (current) _database.AddWords(_transaction, WordIndex.Claims, id, made.Index);
        for (var i = 0; i < claim.Speakers.Count; i++)
        {
            var speaker = claim.Speakers[i];
            var known = Speaker(made.Speakers[i], speaker);
            AddName(known, speaker.Name);
            _evidence.Add(
                EvidenceTable.ClaimSpeakers, id, i, known, speaker.Name, speaker.Role, speaker.Party, made.Day, flag);
        }

        var text = entry.Reading.Article.Text;
        for (var i = 0; i < claim.Figures.Count; i++)
        {
            var figure = claim.Figures[i];
            _evidence.Add(
                EvidenceTable.Figures, id, i, (double)figure.Value, (double?)figure.Max, WireNames.Of(figure.Bound), figure.Counted, made.Stems[i], figure.Unit,
                figure.Status, figure.Scope, figure.AsOf?.ToString(), figure.Span.Of(text), made.Day, flag);
        }
    }

    private long Speaker(string key, Speaker speaker)
    {
        var type = WireNames.Of(speaker.Type);
        if (_speakers.TryGetValue((key, type), out var known)) return known;
        var id = _findSpeaker.Number(key) ?? _addSpeaker.Number(PreparedEntry.IdOf(key), key, type)!.Value;
        // One key may be read with two types; which of them stands must not depend on which came first.
        _setType.Run(id, type);
        _speakers.Add((key, type), id);
        return id;
    }

    // A name that the speaker never had is found under each of its words from now on.
    private void AddName(long speaker, string name)
    {
        if (_addName.Number(speaker, name) != 1) return;
        foreach (var word in SpeakerWords.Of(name)) _addNameWord.Run(word, speaker, name);
    }

    private Statement New(string sql, int parameters)
    {
        var statement = new Statement(_transaction.Connection!, _transaction, sql, parameters);
        _statements.Add(statement);
        return statement;
    }
}
