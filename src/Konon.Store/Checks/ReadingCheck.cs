using Konon.Articles;
using Konon.Bytes;
using Konon.Ledger.Review;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Store.Checks;

/// <summary>Checks one reading: its record, the rows made of it, and what the reader makes of the document today. Thread-safe.</summary>
internal sealed class ReadingCheck(IDocumentVault vault, string reader, bool quick)
{
    public IReadOnlyList<LedgerProblem> Problems(StoredRows rows)
    {
        var where = $"article {rows.Reading.Article}, reading {rows.Reading.PublicId}";
        ExpectedReading expected;
        try
        {
            var digest = (string)rows.Reading.Values["digest"]!;
            var found = DocumentDigest.Of(Packed.Unpack(rows.Reading.Body));
            if (found != digest) return [new(where, "damaged: its record has another digest")];
            expected = ExpectedReading.Of(rows);
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException)
        {
            return [new(where, "damaged: " + fault.Message)];
        }

        var entry = expected.Entry;
        var again = quick ? [] : Again(rows, entry, where);
        return
        [
            .. Own(rows, entry, where), .. Spans(entry, where), .. Claims(rows, expected, where), .. Detached(rows, expected), .. again,
        ];
    }

    private static IEnumerable<LedgerProblem> Own(StoredRows rows, PreparedEntry entry, string where)
    {
        var article = entry.Reading.Article;
        if (entry.PublicId != rows.Reading.PublicId) yield return new(where, "its record gives another id");
        if (entry.Key.Value != rows.Reading.Key) yield return new(where, "its record is of another article");
        if (rows.Reading.Values.Difference(
            ("text_digest", entry.TextDigest), ("language", article.Language), ("outlet", article.Outlet), ("title", article.Title),
            ("url", article.Url), ("external_id", article.ExternalId), ("published", article.Published?.Value),
            ("modified", article.Modified?.Value), ("day", entry.Day), ("claims", entry.Claims.Count)) is { } column)
        {
            yield return new(where, $"column {column} is not what its record gives");
        }

        if (rows.Sketch is null) yield return new(where, "has no sketch, by which its story is found");
        else if (!rows.Sketch.AsSpan().SequenceEqual(entry.Sketch)) yield return new(where, "its sketch is not what its record gives");
    }

    // That they lie inside the text is checked where they are read; here, that there are words at all.
    private static IEnumerable<LedgerProblem> Spans(PreparedEntry entry, string where)
    {
        var text = entry.Reading.Article.Text;
        foreach (var made in entry.Claims)
        {
            var isEmpty = made.Claim.Content.Count == 0 || made.Claim.Content.Any(part => string.IsNullOrWhiteSpace(part.Of(text)));
            if (isEmpty) yield return new($"{where}, claim {made.PublicId}", "points at no words");
        }
    }

    private static IEnumerable<LedgerProblem> Claims(StoredRows rows, ExpectedReading expected, string where)
    {
        if (rows.Claims.Count != expected.Claims.Count)
        {
            yield return new(where, $"has {rows.Claims.Count} rows of claims, its record {expected.Claims.Count} claims");
            yield break;
        }

        for (var i = 0; i < rows.Claims.Count; i++)
        {
            if (Difference(rows.Claims[i], expected, i, rows.Reading.Values["current"]) is { } column)
            {
                yield return new($"{where}, claim {rows.Claims[i].PublicId}", $"column {column} is not what its record gives");
            }
        }
    }

    private static IEnumerable<LedgerProblem> Detached(StoredRows rows, ExpectedReading expected)
    {
        if (!Equals(rows.Reading.Values["current"], 1L)) yield break;
        var gone = expected.Reviewed.Detached.Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Decisions.Where(row => row.IsDetached != gone.Contains(row.Decision.Id)))
        {
            var state = row.IsDetached ? "there" : "gone";
            yield return new("decision " + row.Decision.Id, $"its words are {state}, and its row says otherwise");
        }
    }

    private static string? Difference(ClaimRow row, ExpectedReading expected, int ordinal, object? current)
    {
        var made = expected.Claims[ordinal];
        var review = expected.Reviewed.Claims[ordinal];
        var claim = made.Claim;
        if (row.Speakers.Count != claim.Speakers.Count) return "claim_speakers";
        if (row.Figures.Count != claim.Figures.Count) return "figures";
        var own = row.Values.Difference(
            ("public_id", made.PublicId), ("ordinal", ordinal), ("stance", WireNames.Of(claim.Stance)), ("kind", WireNames.Of(claim.Kind)),
            ("said_from", IsoDay.Of(claim.SaidOn?.From)), ("said_to", IsoDay.Of(claim.SaidOn?.To)), ("day", made.Day), ("words", made.Words),
            ("cue", made.Cue), ("via", made.Via), ("figures", claim.Figures.Count), ("current", current),
            ("review", DecisionNames.Of(review.State)), ("corrected", review.Corrected.Count > 0 ? 1 : 0));
        if (own is not null) return own;
        for (var i = 0; i < claim.Speakers.Count; i++)
        {
            var speaker = claim.Speakers[i];
            if (row.Speakers[i].Difference(
                ("key", made.Speakers[i]), ("name", speaker.Name), ("role", speaker.Role), ("party", speaker.Party), ("day", made.Day),
                ("current", current)) is { } column)
            {
                return "claim_speakers." + column;
            }
        }

        for (var i = 0; i < claim.Figures.Count; i++)
        {
            var figure = claim.Figures[i];
            if (row.Figures[i].Difference(
                ("value", (double)figure.Value), ("max", (double?)figure.Max), ("bound", WireNames.Of(figure.Bound)),
                ("counted", figure.Counted), ("stems", made.Stems[i]), ("unit", figure.Unit), ("status", figure.Status), ("scope", figure.Scope),
                ("as_of", figure.AsOf?.ToString()), ("exact", figure.Span.Of(expected.Entry.Reading.Article.Text)), ("day", made.Day),
                ("current", current)) is { } column)
            {
                return "figures." + column;
            }
        }

        return null;
    }

    // Only where this version read it: another one may well read it otherwise, which is no fault.
    private IEnumerable<LedgerProblem> Again(StoredRows rows, PreparedEntry entry, string where)
    {
        foreach (var read in rows.Reads.Where(read => read.Reader == reader))
        {
            if (Read(read, rows.Parts, entry) is { } problem) yield return new(where, problem);
        }
    }

    private string? Read(ReadRow read, IReadOnlyList<PartRow> parts, PreparedEntry entry)
    {
        try
        {
            var documents = new List<Document>();
            // The first one under the label under which it was read.
            foreach (var (sha256, label) in parts.Skip(1).Prepend(new PartRow(read.Sha256, read.Label)))
            {
                // That bytes are missing or damaged is told where files are checked.
                if (vault.Get(sha256) is not { } bytes) return null;
                documents.Add(DocumentLabel.Read("", sha256, bytes, Packed.Unpack(label)));
            }

            if (Rereader.TryRead(documents, out var again) is { } reason) return "its document cannot be read again: " + reason.Message();
            return DocumentDigest.Of(ReadingRecord.Write(again!)) == entry.Digest ? null : "its document read again gives something else";
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
