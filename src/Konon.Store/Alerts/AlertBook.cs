using Dapper;
using Konon.Ledger.Alerts;
using Konon.Ledger.Search;

namespace Konon.Store.Alerts;

/// <summary>The alerts of a ledger. Safe beside other processes.</summary>
public sealed class AlertBook
{
    private const string Select = """
        SELECT alerts.id AS RowId, public_id AS Id, story AS Story, query AS Query, address AS Address, kinds AS Kinds, added_at AS AddedAt,
          since_sighting AS SinceSighting, looks AS Looks,
          (SELECT COUNT(*) FROM alert_events WHERE alert_id = alerts.id AND delivered_at IS NOT NULL) AS Delivered,
          (SELECT COUNT(*) FROM alert_events WHERE alert_id = alerts.id AND next_at IS NOT NULL) AS Waiting,
          (SELECT COUNT(*) FROM alert_events WHERE alert_id = alerts.id AND next_at IS NULL AND delivered_at IS NULL) AS GivenUp
        FROM alerts
        """;

    private readonly LedgerStore _store;
    private readonly TimeProvider _time;

    /// <summary>The alerts of a ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="time">The clock.</param>
    public AlertBook(LedgerStore store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        (_store, _time) = (store, time);
        Secrets = new AlertSecrets(store.Beside(".secrets"));
    }

    /// <summary>The secrets with which messages are signed.</summary>
    public AlertSecrets Secrets { get; }

    /// <summary>All alerts, in the order in which they were made.</summary>
    public IReadOnlyList<Alert> All() =>
        _store.Use(connection => connection.Query<AlertRow>(Select + " ORDER BY alerts.id").Select(row => row.ToAlert()).ToList());

    /// <summary>The alert of an id, or of enough of its start; null where there is none, or more than one.</summary>
    public Alert? Find(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var found = All().Where(alert => alert.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Makes an alert; what the ledger has by now is the past.</summary>
    /// <param name="story">The story's id; null for a search.</param>
    /// <param name="query">The search; null for a story.</param>
    /// <param name="address">Where messages are to go.</param>
    /// <param name="kinds">What is to be told; at least one.</param>
    /// <param name="secret">The secret, told this once.</param>
    public Alert Add(string? story, string? query, string address, IReadOnlyList<StoryEventKind> kinds, out string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        ArgumentNullException.ThrowIfNull(kinds);
        if (story is null == query is null) throw new ArgumentException("either a story or a search", nameof(query));
        if (kinds.Count == 0) throw new ArgumentException("no kind of event", nameof(kinds));
        var fault = query is null ? null : SearchQuery.TryParse(query, out _);
        if (fault is not null) throw new ArgumentException(fault.ToString(), nameof(query));
        var id = AlertSecrets.NewId();
        // Before the row: an alert without its secret could send nothing.
        secret = Secrets.Make(id);
        var names = string.Join(',', kinds.Distinct().Order().Select(kind => kind.Name()));
        try
        {
            _store.Write((connection, transaction) => connection.Execute(
                """
                INSERT INTO alerts (public_id, story, query, address, kinds, added_at, since_sighting, looks)
                VALUES (@id, @story, @query, @address, @names, @now, (SELECT COALESCE(MAX(id), 0) FROM sightings), 0)
                """,
                new { id, story, query, address, names, now = _time.GetUtcNow().ToUnixTimeMilliseconds() },
                transaction));
        }
        catch
        {
            Secrets.Erase(id);
            throw;
        }

        return Find(id)!;
    }

    /// <summary>Takes an alert away, with its secret, its log and what was still to be sent.</summary>
    public void Remove(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        _store.Write((connection, transaction) =>
        {
            connection.Execute(
                "DELETE FROM alert_event_articles WHERE event_id IN (SELECT id FROM alert_events WHERE alert_id = @Row)",
                new { alert.Row },
                transaction);
            foreach (var table in (string[])["alert_events", "alert_documents", "alert_deliveries"])
            {
                connection.Execute($"DELETE FROM {table} WHERE alert_id = @Row", new { alert.Row }, transaction);
            }

            return connection.Execute("DELETE FROM alerts WHERE id = @Row", new { alert.Row }, transaction);
        });
        Secrets.Erase(alert.Id);
    }

    // Dapper fills it by name.
    private sealed class AlertRow
    {
        public long RowId { get; init; }

        public string Id { get; init; } = "";

        public string? Story { get; init; }

        public string? Query { get; init; }

        public string Address { get; init; } = "";

        public string Kinds { get; init; } = "";

        public long AddedAt { get; init; }

        public long SinceSighting { get; init; }

        public long Looks { get; init; }

        public long Delivered { get; init; }

        public long Waiting { get; init; }

        public long GivenUp { get; init; }

        public Alert ToAlert() => new()
        {
            Row = RowId,
            Id = Id,
            Story = Story,
            Query = Query,
            Address = Address,
            Kinds = [.. Kinds.Split(',').Select(StoryEventKinds.TryRead).OfType<StoryEventKind>()],
            AddedAt = DateTimeOffset.FromUnixTimeMilliseconds(AddedAt),
            SinceSighting = SinceSighting,
            Looks = Looks,
            Delivered = Delivered,
            Waiting = Waiting,
            GivenUp = GivenUp,
        };
    }
}
