using Konon.Bytes;

namespace Konon.Store.Watching;

/// <summary>A row of the entries as the database gives it; filled by name.</summary>
internal sealed class EntryRow
{
    public const string Select = """
        SELECT id AS Id, url AS Url, host AS Host, entry_id AS EntryId, title AS Title, published AS Published, read_at AS ReadAt,
          rereadings AS Rereadings, next_at AS NextAt, failures AS Failures, gone_at AS GoneAt, etag AS ETag, last_modified AS LastModified,
          article AS Article, sha256 AS Sha256, label AS Label, holds AS Holds
        """;

    public long Id { get; init; }

    public string Url { get; init; } = "";

    public string Host { get; init; } = "";

    public string? EntryId { get; init; }

    public string? Title { get; init; }

    public string? Published { get; init; }

    public long? ReadAt { get; init; }

    public long Rereadings { get; init; }

    public long? NextAt { get; init; }

    public long Failures { get; init; }

    public long? GoneAt { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? Article { get; init; }

    public string? Sha256 { get; init; }

    public string? Label { get; init; }

    public long Holds { get; init; }

    public WatchedEntry ToEntry() => new()
    {
        Id = Id,
        Url = Url,
        Host = Host,
        Feed = new FeedFields(EntryId, Title, Published),
        ReadAt = Row.Time(ReadAt),
        Rereadings = (int)Rereadings,
        NextAt = Row.Time(NextAt),
        Failures = (int)Failures,
        GoneAt = Row.Time(GoneAt),
        Validators = new Validators(ETag, LastModified),
        Article = Article,
        Sha256 = Sha256,
        Label = Label,
        Holds = Holds,
    };
}
