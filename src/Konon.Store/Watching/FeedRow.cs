namespace Konon.Store.Watching;

/// <summary>A row of the feeds as the database gives it; filled by name.</summary>
internal sealed class FeedRow
{
    private const string Columns = """
        SELECT id AS Id, address AS Address, host AS Host, kind AS Kind, title AS Title, ttl AS TimeToLive, etag AS ETag, last_modified AS LastModified,
          asked_at AS AskedAt, answered_at AS AnsweredAt, next_at AS NextAt, not_before AS NotBefore, failures AS Failures, fault AS Fault,
          holds AS Holds
        """;

    public const string Select = Columns + " FROM feeds";

    public const string SelectWithCounts = Columns + """
        , COALESCE(entries, 0) AS Entries, COALESCE(waiting, 0) AS Waiting, COALESCE(given_up, 0) AS GivenUp
        FROM feeds LEFT JOIN (
          SELECT feed_id, COUNT(*) AS entries,
            COUNT(CASE WHEN read_at IS NULL AND next_at IS NOT NULL THEN 1 END) AS waiting,
            COUNT(CASE WHEN read_at IS NULL AND next_at IS NULL THEN 1 END) AS given_up
          FROM feed_entries GROUP BY feed_id) AS counts ON counts.feed_id = feeds.id
        ORDER BY address
        """;

    public long Id { get; init; }

    public string Address { get; init; } = "";

    public string Host { get; init; } = "";

    public string? Kind { get; init; }

    public string? Title { get; init; }

    public long? TimeToLive { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public long? AskedAt { get; init; }

    public long? AnsweredAt { get; init; }

    public long NextAt { get; init; }

    public long NotBefore { get; init; }

    public long Failures { get; init; }

    public string? Fault { get; init; }

    public long Holds { get; init; }

    public long Entries { get; init; }

    public long Waiting { get; init; }

    public long GivenUp { get; init; }

    public WatchedFeed ToFeed() => new()
    {
        Id = Id,
        Address = Address,
        Host = Host,
        Kind = Kind,
        Title = Title,
        TimeToLive = TimeToLive is { } asked ? TimeSpan.FromMilliseconds(asked) : null,
        AskedAt = Row.Time(AskedAt),
        AnsweredAt = Row.Time(AnsweredAt),
        NextAt = DateTimeOffset.FromUnixTimeMilliseconds(NextAt),
        NotBefore = DateTimeOffset.FromUnixTimeMilliseconds(NotBefore),
        Failures = (int)Failures,
        Fault = Fault,
        Entries = (int)Entries,
        Waiting = (int)Waiting,
        GivenUp = (int)GivenUp,
        Validators = new Validators(ETag, LastModified),
        Holds = Holds,
    };
}
