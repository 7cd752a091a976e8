using Konon.Bytes;
using Konon.Intake.Archives;

namespace Konon.Intake;

/// <summary>Pages out of a web archive: the answers with status 200 and HTML, each named by its offset.</summary>
internal sealed class ArchiveRows(CoverageOptions options)
{
    // A record has a head beside its page.
    private const int HeadRoom = 1 << 17;

    // Records of films are passed over and may be long; a member that unpacks to more is a bomb.
    private const long MaxMemberBytes = 4L << 30;

    /// <summary>One document a page; what is no page is passed over, what is damaged is refused by itself.</summary>
    public IEnumerable<CoverageItem> Read(string input, Stream stream)
    {
        using var reader = new WarcReader(stream, MaxContent, MaxMemberBytes, options.Skip);
        var any = false;
        while (reader.Next() is { } record)
        {
            if (Item(input + "#" + record.Name, record) is not { } item) continue;
            any = true;
            yield return item;
        }

        if (!any) yield return CoverageItem.Of(input, IntakeRefusal.ArchiveWithoutPages);
    }

    private int MaxContent => (int)Math.Min(Array.MaxLength, (long)options.MaxDocumentBytes + HeadRoom);

    private CoverageItem? Item(string name, WarcRecord record)
    {
        if (record.Header is not { } header) return CoverageItem.Of(name, IntakeRefusal.RecordDamaged);
        if (!record.IsResponse || record.Content is null || header.Target is null) return null;
        var refusal = HttpRecord.TryRead(record.Content, options.MaxDocumentBytes, out var page);
        if (record.IsTooLarge) return page is null && refusal is null ? null : CoverageItem.Of(name, IntakeRefusal.AboveLimit);
        if (refusal is { } reason) return CoverageItem.Of(name, reason);
        if (page is not { } found) return null;
        var delivery = new Delivery { Url = header.Target, FetchedAt = header.Date, ContentType = found.ContentType, FromArchive = true };
        return CoverageItem.Of(new Document
        {
            Input = name,
            Bytes = found.Bytes,
            Page = new PageFields(delivery.Url, delivery.Charset),
            Delivery = delivery,
        });
    }
}
