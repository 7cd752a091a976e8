using Dapper;

namespace Konon.Store.Watching;

/// <summary>The feeds that are pulled and the addresses that they named: which are to be asked when, and what came of it.</summary>
/// <remarks>
/// <para>
/// An entry counts as read in the very transaction that appends its document, so that whoever is stopped loses nothing and repeats
/// nothing. What is about to be asked is held first; of two that work on one ledger the second passes over what the first holds. A hold
/// ends by itself after <see cref="HoldTime"/>, and what comes from a holder whose hold was taken over is left out.
/// </para>
/// <para>Safe beside other processes; to be used by one thread.</para>
/// </remarks>
public sealed class Watchlist
{
    // As many parameters as every database takes in one statement.
    private const int Piece = 500;

    private readonly LedgerStore _store;
    private readonly TimeProvider _time;

    /// <summary>The watchlist of a ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="time">The clock that says what is due.</param>
    public Watchlist(LedgerStore store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        (_store, _time) = (store, time);
    }

    /// <summary>How long a hold lasts: longer than one page takes with its retries, but for the slowest.</summary>
    public static TimeSpan HoldTime { get; } = TimeSpan.FromMinutes(3);

    /// <summary>The feeds of these addresses, put on the list where they are not on it.</summary>
    /// <returns>The feeds' numbers, in order, each once.</returns>
    public IReadOnlyList<long> Follow(IEnumerable<string> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return _store.Write((_, transaction) => addresses.Select(address => FeedCommit.Follow(transaction, address, Now)).Distinct().ToList());
    }

    /// <summary>The feeds that these lists named when they were read last, in order of their numbers.</summary>
    public IReadOnlyList<long> MembersOf(IEnumerable<long> lists) =>
        [.. InPieces<long>(lists, "SELECT feed_id FROM feed_members WHERE list_id IN @ids").Distinct().Order()];

    /// <summary>The feeds of these numbers, whether they are due or not, in order of their numbers.</summary>
    public IReadOnlyList<WatchedFeed> FeedsOf(IEnumerable<long> ids) =>
        [.. InPieces<FeedRow>(ids, FeedRow.Select + " WHERE id IN @ids").OrderBy(row => row.Id).Select(row => row.ToFeed())];

    /// <summary>Of these feeds those that are to be asked now and are not held, the longest due first.</summary>
    public IReadOnlyList<WatchedFeed> DueFeeds(IEnumerable<long> ids) =>
        [.. InPieces<FeedRow>(ids, FeedRow.Select + " WHERE id IN @ids AND next_at <= @now AND (held_until <= @now OR held_until > @until)")
            .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Select(row => row.ToFeed())];

    /// <summary>Of the entries of these feeds the one of each host that is due the longest and not held.</summary>
    /// <param name="feeds">The feeds.</param>
    /// <param name="firstOnly">Only those that were never read.</param>
    /// <param name="evenHeld">Also those that somebody holds.</param>
    /// <param name="most">The most that are wanted.</param>
    public IReadOnlyList<WatchedEntry> DueEntries(IEnumerable<long> feeds, bool firstOnly, bool evenHeld, int most)
    {
        var (first, held) = (firstOnly ? 1 : 0, evenHeld ? 1 : 0);
        var rows = InPieces<EntryRow>(
            feeds,
            EntryRow.Select + """
             FROM (SELECT feed_entries.*, ROW_NUMBER() OVER (PARTITION BY host ORDER BY next_at, id) AS place FROM feed_entries
              WHERE feed_id IN @ids AND next_at <= @now AND (read_at IS NULL OR @first = 0)
                AND (held_until <= @now OR held_until > @until OR @held = 1)) AS due
            WHERE place = 1 ORDER BY next_at, id LIMIT @most
            """,
            new { first, held, most });
        return [.. rows.OrderBy(row => row.NextAt).ThenBy(row => row.Id).DistinctBy(row => row.Host).Take(most).Select(row => row.ToEntry())];
    }

    /// <summary>When the first of these feeds, or of their entries, is due; null where nothing is.</summary>
    public DateTimeOffset? NextAt(IReadOnlyCollection<long> feeds)
    {
        var times = InPieces<long?>(feeds, "SELECT MIN(next_at) FROM feeds WHERE id IN @ids")
            .Concat(InPieces<long?>(feeds, "SELECT MIN(next_at) FROM feed_entries WHERE feed_id IN @ids"));
        return times.Min() is { } next ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null;
    }

    /// <summary>Of the entries of these feeds how many are still to be read for the first time.</summary>
    public int Waiting(IEnumerable<long> feeds) => (int)InPieces<long>(
        feeds, "SELECT COUNT(*) FROM feed_entries WHERE feed_id IN @ids AND read_at IS NULL AND next_at IS NOT NULL").Sum();

    /// <summary>All feeds, with how many articles they named, by address.</summary>
    public IReadOnlyList<WatchedFeed> Feeds() =>
        _store.Use(connection => connection.Query<FeedRow>(FeedRow.SelectWithCounts).Select(row => row.ToFeed()).ToList());

    /// <summary>Holds a feed.</summary>
    /// <returns>The feed as it is held; null where somebody else was faster.</returns>
    public WatchedFeed? Hold(WatchedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return Hold("feeds", feed.Id, feed.Holds, evenHeld: true) ? feed with { Holds = feed.Holds + 1 } : null;
    }

    /// <summary>Holds an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="evenHeld">Whether to take over what somebody holds.</param>
    /// <returns>The entry as it is held; null where somebody else was faster.</returns>
    public WatchedEntry? Hold(WatchedEntry entry, bool evenHeld = false)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Hold("feed_entries", entry.Id, entry.Holds, evenHeld) ? entry with { Holds = entry.Holds + 1 } : null;
    }

    /// <summary>Lets go of what was held and not asked after all; nothing happens where somebody took it over.</summary>
    public void Release(IEnumerable<WatchedFeed> feeds, IEnumerable<WatchedEntry> entries) => _store.Write((_, transaction) =>
    {
        foreach (var feed in feeds) Row.Release(transaction, "feeds", feed.Id, feed.Holds);
        foreach (var entry in entries) Row.Release(transaction, "feed_entries", entry.Id, entry.Holds);
        return 0;
    });

    /// <summary>Commits what came of asking, all in one transaction.</summary>
    /// <param name="kind">Which command asked.</param>
    /// <param name="feeds">Feeds that were asked.</param>
    /// <param name="entries">Entries that were read; the documents are kept already.</param>
    /// <returns>What happened, in order; nothing for what somebody else has taken over.</returns>
    public IReadOnlyList<WatchEvent> Commit(string kind, IReadOnlyList<FeedVisit> feeds, IReadOnlyList<EntryVisit> entries)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(feeds);
        ArgumentNullException.ThrowIfNull(entries);
        if (feeds.Count + entries.Count == 0) return [];
        // The bytes are on the disk before a row says that they are.
        _store.SyncDocuments();
        IReadOnlyList<string> forgotten = [];
        var happened = _store.Write((_, transaction) =>
        {
            var events = new List<WatchEvent>();
            foreach (var visit in feeds)
            {
                if (FeedCommit.Settle(transaction, visit, Now) is { } asked) events.Add(asked);
            }

            if (entries.Count == 0) return events;
            using var commit = new EntryCommit(_store, transaction, kind, Now);
            foreach (var visit in entries)
            {
                if (commit.Settle(visit) is { } settled) events.Add(settled);
            }

            forgotten = commit.Forgotten;
            return events;
        });
        _store.EraseUnreferenced(forgotten);
        return happened;
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    private bool Hold(string table, long id, long holds, bool evenHeld)
    {
        var now = Now;
        return _store.Write((connection, transaction) => connection.Execute(
            $"""
            UPDATE {table} SET holds = holds + 1, held_until = @until
            WHERE id = @id AND holds = @holds AND (held_until <= @now OR held_until > @until OR @even = 1)
            """,
            new { id, holds, now = now.ToUnixTimeMilliseconds(), until = Until(now), even = evenHeld ? 1 : 0 },
            transaction)) == 1;
    }

    private List<T> InPieces<T>(IEnumerable<long> ids, string sql, object? values = null)
    {
        var now = Now;
        return _store.Use(connection =>
        {
            var found = new List<T>();
            foreach (var piece in ids.Distinct().Chunk(Piece))
            {
                var all = new DynamicParameters(values);
                all.Add("ids", piece);
                all.Add("now", now.ToUnixTimeMilliseconds());
                all.Add("until", Until(now));
                found.AddRange(connection.Query<T>(sql, all));
            }

            return found;
        });
    }

    // A hold that ends later than one taken now was taken by a clock that has since been set back: it is none.
    private static long Until(DateTimeOffset now) => (now + HoldTime).ToUnixTimeMilliseconds();
}
