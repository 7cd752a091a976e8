using System.Data.Common;
using Dapper;
using Konon.Claims;
using Konon.Ledger;
using Konon.Ledger.Revisions;
using Konon.Store.Rereading;

namespace Konon.Store.Versions;

/// <summary>Lists an article's versions, all as one reader reads them.</summary>
/// <remarks>
/// A newer reader that reads the same bytes in another way is no edit. So all versions are taken as read by one reader that
/// read them all; where
/// there is none, the kept bytes are read again by this one, and nothing of that is kept.
/// </remarks>
internal sealed class VersionReader(DbConnection connection, IDocumentVault vault)
{
    public IReadOnlyList<ArticleVersion> Of(long article)
    {
        var documents = Documents(article);
        if (documents.Count == 0) return [];
        var reader = Common(documents);
        var versions = new List<ArticleVersion>();
        var wasAlike = true;
        foreach (var (document, from, to, fetched) in Stretches(article, documents))
        {
            var reading = reader is null ? Again(document) : Read(document, reader);
            versions.Add(Version(document, reading ?? Newest(document), wasAlike && reading is not null, from, to, fetched, versions));
            wasAlike = reading is not null;
        }

        return versions;
    }

    private static ArticleVersion Version(
        StoredDocument document, Reading reading, bool comparable, long from, long to, bool fetched, List<ArticleVersion> before)
    {
        var last = before.Count > 0 ? before[^1] : null;
        var revision = last is null ? null : RevisionFinder.Compare(last.Reading, reading);
        var change = revision switch
        {
            null => VersionChange.First,
            _ when !comparable => VersionChange.Unknown,
            { IsEdit: false } => VersionChange.OnlyFurniture,
            { IsSilent: true } => VersionChange.Silent,
            _ => VersionChange.Corrected,
        };
        return new ArticleVersion
        {
            Number = last is null ? 1 : last.Number + (change == VersionChange.OnlyFurniture ? 0 : 1),
            Sha256 = document.Sha256,
            FirstSeen = DateTimeOffset.FromUnixTimeMilliseconds(from),
            LastSeen = DateTimeOffset.FromUnixTimeMilliseconds(to),
            WasFetched = fetched,
            Change = change,
            IsCurrent = document.IsCurrent,
            Reading = reading,
            Revision = revision,
        };
    }

    private List<StoredDocument> Documents(long article) => [.. connection.Query<ReadingRow>(
        """
        SELECT readings.id AS Id, documents.sha256 AS Sha256, documents.id AS Document, readers.name AS Reader, readings.body AS Body,
          readings.current AS Current, COALESCE(readings.modified, readings.published, '') AS Stamp, labels.digest AS Label
        FROM readings JOIN documents ON documents.id = readings.document_id JOIN reads ON reads.reading_id = readings.id
        JOIN readers ON readers.id = reads.reader_id JOIN labels ON labels.id = reads.label_id
        WHERE readings.article_id = @article ORDER BY readings.id
        """,
        new { article }).GroupBy(row => row.Document).Select(rows => new StoredDocument(rows.Key, rows.First().Sha256, [.. rows]))];

    // The newest reader that read every one of them.
    private static string? Common(List<StoredDocument> documents) => documents
        .Select(document => document.Rows.Select(row => row.Reader))
        .Aggregate((one, other) => one.Intersect(other, StringComparer.Ordinal))
        .MaxBy(reader => reader, ReaderRank.Instance);

    // For how long each stood there: what was fetched in a row is one stretch, and a text that came back is a version again. What was never
    // fetched stands by its own time, before what was.
    private IEnumerable<(StoredDocument Document, long From, long To, bool Fetched)> Stretches(long article, List<StoredDocument> documents)
    {
        var sightings = connection.Query<(long Document, long? FetchedAt, long SeenAt)>(
            "SELECT document_id, fetched_at, seen_at FROM sightings WHERE article_id = @article ORDER BY id", new { article }).ToList();
        var fetched = sightings.Where(sighting => sighting.FetchedAt is not null).Select(sighting => sighting.Document).ToHashSet();
        foreach (var document in documents.Where(document => !fetched.Contains(document.Row))
            .OrderBy(document => document.Stamp, StringComparer.Ordinal).ThenBy(document => document.Sha256, StringComparer.Ordinal))
        {
            var seen = sightings.Where(sighting => sighting.Document == document.Row)
                .Select(sighting => sighting.SeenAt)
                .DefaultIfEmpty()
                .ToList();
            yield return (document, seen.Min(), seen.Max(), false);
        }

        var inOrder = sightings.Where(sighting => sighting.FetchedAt is not null)
            .Join(
                documents, sighting => sighting.Document, document => document.Row,
                (sighting, document) => (Document: document, At: sighting.FetchedAt!.Value))
            .OrderBy(seen => seen.At).ThenBy(seen => seen.Document.Sha256, StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < inOrder.Count;)
        {
            var start = i;
            while (i < inOrder.Count && inOrder[i].Document == inOrder[start].Document) i++;
            yield return (inOrder[start].Document, inOrder[start].At, inOrder[i - 1].At, true);
        }
    }

    private static Reading Read(StoredDocument document, string reader) =>
        Parse(document, document.Rows.Where(row => row.Reader == reader));

    private static Reading Newest(StoredDocument document) =>
        Parse(document, document.Rows.OrderByDescending(row => row.Reader, ReaderRank.Instance));

    // As CurrentReadings chooses: of several labels the first by digest.
    private static Reading Parse(StoredDocument document, IEnumerable<ReadingRow> rows)
    {
        var ordered = rows.ToList();
        var newest = ordered.Where(row => row.Reader == ordered[0].Reader).OrderBy(row => row.Label, StringComparer.Ordinal).First();
        return ReadingParser.Parse(Packed.Unpack(newest.Body), "", document.Sha256);
    }

    private Reading? Again(StoredDocument document)
    {
        try
        {
            var newest = document.Rows.MaxBy(row => row.Reader, ReaderRank.Instance)!;
            return KeptParts.Of(connection, vault, newest.Id) is { } parts && Rereader.TryRead(parts, out var reading) is null
                ? reading
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private sealed record StoredDocument(long Row, string Sha256, IReadOnlyList<ReadingRow> Rows)
    {
        public bool IsCurrent => Rows.Any(row => row.Current == 1);

        public string Stamp => Rows.Max(row => row.Stamp) ?? "";
    }

    // Dapper fills it by name.
    private sealed class ReadingRow
    {
        public long Id { get; init; }

        public string Sha256 { get; init; } = "";

        public long Document { get; init; }

        public string Reader { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public long Current { get; init; }

        public string Stamp { get; init; } = "";

        public string Label { get; init; } = "";
    }
}
