using System.Text;
using Konon.Bytes;
using Konon.Claims;
using Konon.Ledger;
using Konon.Stories.Grouping;
using Konon.Stories;
using Konon.Text;

namespace Konon.Store;

/// <summary>A reading made ready to be appended: whatever can be worked out before the ledger is asked.</summary>
/// <remarks>Making one takes most of the time of an append, and can be done on any thread.</remarks>
public sealed class PreparedEntry
{
    private PreparedEntry(LedgerEntry entry)
    {
        var record = ReadingRecord.Write(entry.Reading);
        var article = entry.Reading.Article;
        Input = entry.Input;
        Documents = [.. entry.Documents.Select(PreparedDocument.Of)];
        Reading = entry.Reading;
        Key = ArticleKey.Of(article);
        Digest = DocumentDigest.Of(record);
        PublicId = IdOf(Key.Value, article.Sha256, Digest);
        TextDigest = DocumentDigest.Of(Encoding.UTF8.GetBytes(article.Text));
        Body = Packed.Pack(record);
        Words = SearchWords.Of(article.Text, article.Language);
        Claims = PreparedClaim.Of(entry.Reading);
        Sketch = ArticleSketch.Of(Key.Id, entry.Reading).ToBytes();
    }

    internal string Input { get; }

    internal IReadOnlyList<PreparedDocument> Documents { get; }

    internal Reading Reading { get; }

    internal ArticleKey Key { get; }

    internal string PublicId { get; }

    internal string Digest { get; }

    internal string TextDigest { get; }

    internal byte[] Body { get; }

    internal string Words { get; }

    internal byte[] Sketch { get; }

    internal IReadOnlyList<PreparedClaim> Claims { get; }

    /// <summary>The day of publication, <c>2025-06-10</c>; empty where nothing says.</summary>
    internal string Day => DayOf(Reading);

    /// <summary>Makes an entry ready.</summary>
    public static PreparedEntry Of(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new PreparedEntry(entry);
    }

    internal static string DayOf(Reading reading) =>
        reading.Article.Published is { Precision: >= Konon.Articles.TimePrecision.Day } published ? IsoDay.Of(published.Date) : "";

    /// <summary>16 hexadecimal digits made of the parts.</summary>
    internal static string IdOf(params ReadOnlySpan<string> parts) => ContentId.Of(parts);

}

/// <summary>A document, its label packed.</summary>
internal sealed record PreparedDocument(string Sha256, int Size, string LabelDigest, byte[] Label, long? FetchedAt)
{
    /// <summary>The bytes, so that they can be kept again should somebody have tidied them away before the row was written.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    public static PreparedDocument Of(Document document)
    {
        var label = DocumentLabel.Write(document);
        return new(
            document.Sha256,
            document.Bytes.Length,
            DocumentDigest.Of(label),
            Packed.Pack(label),
            document.Delivery?.FetchedAt?.ToUnixTimeMilliseconds())
        {
            Bytes = document.Bytes,
        };
    }
}

/// <summary>A claim as its rows have it.</summary>
internal sealed record PreparedClaim(
    string PublicId, Claim Claim, string Words, string? Cue, string? Via, string Day, string Index, IReadOnlyList<string> Stems, IReadOnlyList<string> Speakers)
{
    private const string Gap = " … ";

    public static IReadOnlyList<PreparedClaim> Of(Reading reading)
    {
        var ids = ClaimIds.Of(reading);
        var day = PreparedEntry.DayOf(reading);
        return [.. reading.Claims.Select((claim, i) => One(claim, ids[i], day, reading))];
    }

    private static PreparedClaim One(Claim claim, string id, string day, Reading reading)
    {
        var text = reading.Article.Text;
        var language = reading.Article.Language;
        var words = string.Join(Gap, claim.Content.Select(part => part.Of(text)));
        var speakers = claim.Speakers.Select(speaker => speaker.Name + " " + speaker.Role);
        return new PreparedClaim(
            id,
            claim,
            words,
            claim.Cue?.Of(text),
            claim.Via.Count == 0 ? null : string.Join(", ", claim.Via.Select(relay => relay.Name)),
            claim.SaidOn is { } said ? IsoDay.Of(said.From) : day,
            SearchWords.Of(words + " " + string.Join(' ', speakers), language),
            [.. claim.Figures.Select(figure => StemsOf(figure, language))],
            [.. claim.Speakers.Select(SpeakerKey.Of)]);
    }

    // What a filter "counted:tentara" is compared with: what is counted and what is said of it.
    private static string StemsOf(Figure figure, string language) =>
        SearchWords.Of(string.Join(' ', new[] { figure.Counted, figure.Status, figure.Unit }.OfType<string>()), language);
}
