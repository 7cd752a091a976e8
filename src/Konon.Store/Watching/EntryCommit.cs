using System.Data.Common;
using Dapper;
using Konon.Ledger;

namespace Konon.Store.Watching;

/// <summary>Appends what entries gave, and writes down when each is to be read again: one transaction's worth.</summary>
internal sealed class EntryCommit : IDisposable
{
    private readonly DbTransaction _transaction;
    private readonly Appender _appender;
    private readonly DateTimeOffset _now;
    private readonly Lazy<long> _run;

    public EntryCommit(LedgerStore store, DbTransaction transaction, string kind, DateTimeOffset now)
    {
        _transaction = transaction;
        _now = now;
        _appender = store.NewAppender(transaction);
        // A run of its own for each commit: it begins and ends with it, so that there is nothing to go on with, and a page that goes
        // back to what it was is a sighting of its own.
        _run = new Lazy<long>(() => transaction.Connection!.QuerySingle<long>(
            "INSERT INTO runs (kind, arguments, started_at, finished_at) VALUES (@kind, '', @at, @at) RETURNING id",
            new { kind, at = now.ToUnixTimeMilliseconds() },
            transaction));
    }

    /// <summary>Digests of kept documents that were not appended, because somebody had them forgotten meanwhile.</summary>
    public IReadOnlyList<string> Forgotten => _appender.Forgotten;

    /// <summary>Settles one visit; null where somebody else has taken the entry over.</summary>
    public WatchEvent? Settle(EntryVisit visit)
    {
        if (!Row.Release(_transaction, "feed_entries", visit.Entry.Id, visit.Entry.Holds)) return null;
        if (visit.Forgotten) return Forget(visit.Entry);
        if (visit.NotModifiedAt is { } at) return Unchanged(visit.Entry, at);
        if (visit.Absence is { } answer && visit.Entry.Article is not null) return Absent(visit.Entry, answer);
        return visit.Fault is { } fault ? Fail(visit, fault) : Read(visit);
    }

    public void Dispose() => _appender.Dispose();

    private WatchEvent Read(EntryVisit visit)
    {
        var entry = visit.Entry;
        var before = Current(entry.Article);
        var counts = default(AppendCounts);
        foreach (var read in visit.Read) counts += _appender.Append(_run.Value, read);
        foreach (var known in visit.Known) counts += _appender.Sight(_run.Value, known);
        // In a run of its own everything is a sighting, but for what a person had erased since it was looked up.
        if (counts.Sightings == 0) return Forget(entry);
        var document = visit.Read.Count > 0 ? visit.Read[0].Documents[0] : PreparedDocument.Of(visit.Known[0]);
        var article = visit.Read.Count > 0 ? visit.Read[0].Key.Id : ArticleOf(document);
        var after = Current(article);
        var kind = KindOf(entry, article, counts, before?.TextDigest == after?.TextDigest || entry.Sha256 == document.Sha256);
        if (kind == WatchEventKind.Moved) AddAbsence(entry, "moved", article);
        Next(entry with
        {
            Article = article,
            Sha256 = document.Sha256,
            Label = document.LabelDigest,
            Validators = visit.Validators,
            GoneAt = null,
        });
        return Event(kind, entry.Url, article, after);
    }

    private static WatchEventKind KindOf(WatchedEntry entry, string? article, AppendCounts counts, bool sameWords) => entry switch
    {
        { Article: null } => counts.Articles > 0 ? WatchEventKind.Added : WatchEventKind.Known,
        _ when entry.Article != article => WatchEventKind.Moved,
        _ when !sameWords => WatchEventKind.Changed,
        { GoneAt: not null } => WatchEventKind.Returned,
        _ => WatchEventKind.Unchanged,
    };

    private WatchEvent Unchanged(WatchedEntry entry, DateTimeOffset at)
    {
        if (!_appender.SightUnchanged(_run.Value, entry.Url, entry.Sha256 ?? "", entry.Label ?? "", at.ToUnixTimeMilliseconds()))
        {
            // The ledger does not have what the validators speak of: the page is to be had whole.
            return Fail(new EntryVisit(entry with { Validators = default }), "the version that the server speaks of is not in the ledger");
        }

        Next(entry with { GoneAt = null });
        return Event(entry.GoneAt is null ? WatchEventKind.Unchanged : WatchEventKind.Returned, entry.Url, entry.Article, Current(entry.Article));
    }

    private WatchEvent Absent(WatchedEntry entry, string answer)
    {
        if (entry.GoneAt is null) AddAbsence(entry, answer, null);
        Next(entry with { GoneAt = entry.GoneAt ?? _now, Validators = default });
        var kind = entry.GoneAt is null ? WatchEventKind.Vanished : WatchEventKind.Unchanged;
        return Event(kind, entry.Url, entry.Article, Current(entry.Article)) with { Why = answer };
    }

    private WatchEvent Fail(EntryVisit visit, string fault)
    {
        var entry = visit.Entry with { Failures = visit.Entry.Failures + 1 };
        var again = RevisitPlan.Pause(entry.Failures);
        if (visit.RetryAfter is { } asked && FeedPace.Bounded(asked) is var wait && wait > again) again = wait;
        var happened = new WatchEvent(WatchEventKind.Failed, entry.Url, _now) { Article = entry.Article, Title = entry.Feed.Title, Why = fault };
        if (entry.Failures < (entry.ReadAt is null ? RevisitPlan.MostFirstTries : RevisitPlan.MostTries))
        {
            Save(entry with { NextAt = _now + again }, fault);
            return happened;
        }

        if (entry.ReadAt is not null) Next(entry, fault);
        else Save(entry with { NextAt = null }, fault);
        return entry.ReadAt is not null ? happened : happened with { Kind = WatchEventKind.GivenUp };
    }

    private WatchEvent Forget(WatchedEntry entry)
    {
        Erased.Entry(_transaction, entry.Id);
        return new WatchEvent(WatchEventKind.Forgotten, entry.Url, _now);
    }

    // The reading just now is the first, or one further of those that the plan has.
    private void Next(WatchedEntry entry, string? fault = null)
    {
        var first = entry.ReadAt ?? _now;
        var (done, next) = RevisitPlan.After(first, entry.ReadAt is null ? 0 : entry.Rereadings + 1, _now);
        Save(entry with { ReadAt = first, Rereadings = done, NextAt = next, Failures = 0 }, fault);
    }

    private void Save(WatchedEntry entry, string? fault) => _transaction.Connection!.Execute(
        """
        UPDATE feed_entries SET read_at = @readAt, rereadings = @Rereadings, next_at = @nextAt, failures = @Failures, fault = @fault,
          gone_at = @goneAt, etag = @ETag, last_modified = @LastModified, article = @Article, sha256 = @Sha256, label = @Label
        WHERE id = @Id
        """,
        new
        {
            entry.Id,
            readAt = entry.ReadAt?.ToUnixTimeMilliseconds(),
            entry.Rereadings,
            nextAt = entry.NextAt?.ToUnixTimeMilliseconds(),
            entry.Failures,
            fault,
            goneAt = entry.GoneAt?.ToUnixTimeMilliseconds(),
            entry.Validators.ETag,
            entry.Validators.LastModified,
            entry.Article,
            entry.Sha256,
            entry.Label,
        },
        _transaction);

    private void AddAbsence(WatchedEntry entry, string answer, string? movedTo) => _transaction.Connection!.Execute(
        """
        INSERT INTO absences (run_id, article_id, input, answer, moved_to, seen_at)
        SELECT @run, articles.id, @Url, @answer, (SELECT id FROM articles WHERE public_id = @movedTo), @at
        FROM articles WHERE public_id = @Article
        """,
        new { run = _run.Value, entry.Url, answer, movedTo, at = _now.ToUnixTimeMilliseconds(), entry.Article },
        _transaction);

    private string? ArticleOf(PreparedDocument document) => _transaction.Connection!.QueryFirstOrDefault<string>(
        """
        SELECT articles.public_id FROM reads
        JOIN documents ON documents.id = reads.document_id
        JOIN labels ON labels.id = reads.label_id
        JOIN readings ON readings.id = reads.reading_id
        JOIN articles ON articles.id = readings.article_id
        WHERE documents.sha256 = @Sha256 AND labels.digest = @LabelDigest ORDER BY articles.public_id LIMIT 1
        """,
        new { document.Sha256, document.LabelDigest },
        _transaction);

    private WatchEvent Event(WatchEventKind kind, string url, string? article, Said? said) =>
        new(kind, url, _now) { Article = article, Title = said?.Title, Outlet = said?.Outlet };

    private Said? Current(string? article) => article is null ? null : _transaction.Connection!.QueryFirstOrDefault<Said>(
        """
        SELECT readings.text_digest AS TextDigest, readings.title AS Title, readings.outlet AS Outlet
        FROM readings JOIN articles ON articles.id = readings.article_id WHERE articles.public_id = @article AND readings.current = 1
        """,
        new { article },
        _transaction);

    // Dapper fills it by name.
    private sealed class Said
    {
        public string TextDigest { get; init; } = "";

        public string? Title { get; init; }

        public string? Outlet { get; init; }
    }
}
