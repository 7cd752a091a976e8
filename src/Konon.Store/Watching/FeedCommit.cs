using System.Data.Common;
using Dapper;
using Konon.Ledger;

namespace Konon.Store.Watching;

/// <summary>Writes down what came of asking a feed.</summary>
internal static class FeedCommit
{
    /// <summary>The number of the feed at an address, put on the list where it is not on it.</summary>
    public static long Follow(DbTransaction transaction, string address, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        connection.Execute(
            """
            INSERT INTO feeds (address, host, added_at, next_at, not_before, failures, holds, held_until)
            VALUES (@address, @host, @at, @at, 0, 0, 0, 0) ON CONFLICT (address) DO NOTHING
            """,
            new { address, host = Row.HostOf(address), at = now.ToUnixTimeMilliseconds() },
            transaction);
        return connection.QuerySingle<long>("SELECT id FROM feeds WHERE address = @address", new { address }, transaction);
    }

    /// <summary>Writes one visit down; null where somebody else has taken the feed over.</summary>
    public static WatchEvent? Settle(DbTransaction transaction, FeedVisit visit, DateTimeOffset now)
    {
        var feed = visit.Feed;
        if (!Row.Release(transaction, "feeds", feed.Id, feed.Holds)) return null;
        var news = visit.Content is { } content ? Take(transaction, feed, content, now) : 0;
        Update(transaction, visit, now);
        var kind = visit.Fault is not null ? WatchEventKind.FeedFailed : news > 0 ? WatchEventKind.FeedNews : WatchEventKind.FeedQuiet;
        return new WatchEvent(kind, feed.Address, now) { Title = visit.Content?.Title ?? feed.Title, Why = visit.Fault, News = news };
    }

    private static void Update(DbTransaction transaction, FeedVisit visit, DateTimeOffset now)
    {
        // What broke off is asked for whole the next time, so its validators are not kept.
        var validators = visit.Content is not { } read ? visit.Feed.Validators : visit.Fault is null ? read.Validators : default;
        var (at, answered) = (now.ToUnixTimeMilliseconds(), visit.Fault is null || visit.Content is not null);
        transaction.Connection!.Execute(
            """
            UPDATE feeds SET kind = @kind, title = @title, ttl = @ttl, etag = @etag, last_modified = @modified, asked_at = @at,
              answered_at = @answeredAt, next_at = @next, not_before = @before, failures = @failures, fault = @fault
            WHERE id = @id
            """,
            new
            {
                id = visit.Feed.Id,
                kind = visit.Content?.Kind ?? visit.Feed.Kind,
                title = visit.Content?.Title ?? visit.Feed.Title,
                ttl = (long?)(visit.Content is { } content ? content.TimeToLive : visit.Feed.TimeToLive)?.TotalMilliseconds,
                etag = validators.ETag,
                modified = validators.LastModified,
                at,
                answeredAt = answered ? at : visit.Feed.AnsweredAt?.ToUnixTimeMilliseconds(),
                next = visit.NextAt.ToUnixTimeMilliseconds(),
                before = visit.NotBefore?.ToUnixTimeMilliseconds() ?? 0,
                failures = visit.Fault is null ? 0 : visit.Feed.Failures + 1,
                fault = visit.Fault,
            },
            transaction);
    }

    private static int Take(DbTransaction transaction, WatchedFeed feed, FeedContent content, DateTimeOffset now)
    {
        if (content.Members is { } members) SetMembers(transaction, feed.Id, members, now);
        return content.Entries.Count(entry => Name(transaction, feed.Id, entry, now.ToUnixTimeMilliseconds()));
    }

    private static void SetMembers(DbTransaction transaction, long list, IReadOnlyList<string> members, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        connection.Execute("DELETE FROM feed_members WHERE list_id = @list", new { list }, transaction);
        foreach (var member in members)
        {
            var feed = Follow(transaction, member, now);
            connection.Execute("INSERT INTO feed_members (list_id, feed_id) VALUES (@list, @feed) ON CONFLICT DO NOTHING", new { list, feed }, transaction);
        }
    }

    // True where nobody has named it before.
    private static bool Name(DbTransaction transaction, long feed, NamedEntry entry, long at)
    {
        var connection = transaction.Connection!;
        var address = Address.Normal(entry.Url);
        var erased = Erased.AddressOf(address);
        var known = connection.QueryFirstOrDefault<long?>(
            "SELECT id FROM feed_entries WHERE address = @address OR address = @erased", new { address, erased }, transaction);
        if (known is { } id)
        {
            // What was not read yet is read with whichever feed is pulled next.
            connection.Execute("UPDATE feed_entries SET feed_id = @feed WHERE id = @id AND read_at IS NULL", new { feed, id }, transaction);
            return false;
        }

        return connection.Execute(
            """
            INSERT INTO feed_entries (address, url, host, feed_id, entry_id, title, published, named_at, rereadings, next_at, failures, holds, held_until)
            VALUES (@address, @url, @host, @feed, @entryId, @title, @published, @at, 0, @at, 0, 0, 0) ON CONFLICT (address) DO NOTHING
            """,
            new
            {
                address,
                url = entry.Url,
                host = Row.HostOf(entry.Url),
                feed,
                entryId = entry.Fields.Id,
                title = entry.Fields.Title,
                published = entry.Fields.Published,
                at,
            },
            transaction) == 1;
    }
}
