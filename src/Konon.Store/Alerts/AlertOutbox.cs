using Dapper;

namespace Konon.Store.Alerts;

/// <summary>The messages that are to be sent, and the log of those that were.</summary>
/// <remarks>
/// A message is held while it is sent, so that of two programs on one ledger one sends it. It counts as sent when the receiver's answer is
/// committed: whoever is stopped between the two sends it again, with the same id.
/// </remarks>
public sealed class AlertOutbox(LedgerStore store, TimeProvider time)
{
    // Enough to find out why nothing comes.
    private const int LongestLog = 1000;

    // Of one alert so many deliveries are remembered.
    private const int LongestMemory = 1000;

    private const string Columns = """
        SELECT alert_events.id AS RowId, alerts.id AS AlertRow, alerts.public_id AS Alert, alerts.address AS Address,
          alert_events.event AS Event, alert_events.kind AS Kind, alert_events.message AS Message, alert_events.attempts AS Attempts, alert_events.holds AS Holds
        FROM alert_events JOIN alerts ON alerts.id = alert_events.alert_id
        """;

    /// <summary>How long a hold lasts: longer than a message takes with its retries.</summary>
    public static TimeSpan HoldTime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The messages of an alert that are due and that nobody holds, in the order in which they were found.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="most">The most.</param>
    public IReadOnlyList<AlertMessage> Due(Alert alert, int most)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var now = Now;
        return store.Use(connection => connection.Query<MessageRow>(
            Columns + """

             WHERE alert_events.alert_id = @Row AND next_at <= @now AND (held_until <= @now OR held_until > @until) AND message IS NOT NULL
            ORDER BY alert_events.id LIMIT @most
            """,
            new { alert.Row, now, until = now + (long)HoldTime.TotalMilliseconds, most }).Select(row => row.ToMessage()).ToList());
    }

    /// <summary>Holds a message.</summary>
    /// <returns>The message as it is held; null where somebody else was faster, or it is gone.</returns>
    public AlertMessage? Hold(AlertMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var until = Now + (long)HoldTime.TotalMilliseconds;
        var held = store.Write((connection, transaction) => connection.Execute(
            """
            UPDATE alert_events SET holds = holds + 1, held_until = @until
            WHERE id = @Row AND holds = @Holds AND delivered_at IS NULL AND message IS NOT NULL
            """,
            new { until, message.Row, message.Holds },
            transaction));
        return held == 1 ? message with { Holds = message.Holds + 1 } : null;
    }

    /// <summary>Lets go of a message that was not sent after all.</summary>
    public void Release(AlertMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        store.Write((connection, transaction) => connection.Execute(
            "UPDATE alert_events SET held_until = 0 WHERE id = @Row AND holds = @Holds", new { message.Row, message.Holds }, transaction));
    }

    /// <summary>Commits what came of sending a message: it was taken, is tried again later, or is given up.</summary>
    public void Settle(AlertMessage message, AlertAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(attempt);
        var attempts = message.Attempts + 1;
        var pause = attempt.Fault is null ? null : AlertPace.After(attempts, attempt.RetryAfter);
        var next = pause is { } wait ? Now + (long)wait.TotalMilliseconds : (long?)null;
        var delivered = attempt.Fault is null ? Now : (long?)null;
        store.Write((connection, transaction) =>
        {
            // What was taken is not kept in words: its id and its time are enough not to send it again.
            connection.Execute(
                """
                UPDATE alert_events SET attempts = @attempts, next_at = @next, delivered_at = @delivered, held_until = 0,
                  message = CASE WHEN @done = 1 THEN NULL ELSE message END
                WHERE id = @Row AND holds = @Holds
                """,
                new { attempts, next, delivered, done = next is null ? 1 : 0, message.Row, message.Holds },
                transaction);
            return Log(connection, transaction, message.AlertRow, message.Event, message.Kind, attempt);
        });
    }

    /// <summary>Writes an attempt down that was none of a message of the ledger's.</summary>
    public void Log(Alert alert, string id, string kind, AlertAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(attempt);
        store.Write((connection, transaction) => Log(connection, transaction, alert.Row, id, kind, attempt));
    }

    /// <summary>The attempts, the latest first.</summary>
    /// <param name="alert">Of this alert; null for all.</param>
    /// <param name="most">The most lines; at most 1,000.</param>
    public IReadOnlyList<AlertDelivery> Log(Alert? alert, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return store.Use(connection => connection.Query<LogRow>(
            $"""
            SELECT alerts.public_id AS Alert, event AS Event, kind AS Kind, at AS At, took AS Took, status AS Status, fault AS Fault
            FROM alert_deliveries JOIN alerts ON alerts.id = alert_deliveries.alert_id
            {(alert is null ? "" : "WHERE alerts.id = @row")} ORDER BY alert_deliveries.id DESC LIMIT @limit
            """,
            new { row = alert?.Row ?? 0, limit = Math.Min(most, LongestLog) })
            .Select(row => row.ToDelivery())
            .ToList());
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static int Log(
        System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, long alert, string id,
        string kind, AlertAttempt attempt)
    {
        connection.Execute(
            """
            INSERT INTO alert_deliveries (alert_id, event, kind, at, took, status, fault)
            SELECT alerts.id, @id, @kind, @at, @took, @Status, @Fault FROM alerts WHERE alerts.id = @alert
            """,
            new
            {
                alert,
                id,
                kind,
                at = attempt.At.ToUnixTimeMilliseconds(),
                took = (long)attempt.Took.TotalMilliseconds,
                attempt.Status,
                attempt.Fault,
            },
            transaction);
        return connection.Execute(
            """
            DELETE FROM alert_deliveries WHERE alert_id = @alert AND id <=
              (SELECT id FROM alert_deliveries WHERE alert_id = @alert ORDER BY id DESC LIMIT 1 OFFSET @LongestMemory)
            """,
            new { alert, LongestMemory },
            transaction);
    }

    // Dapper fills it by name.
    private sealed class LogRow
    {
        public string Alert { get; init; } = "";

        public string Event { get; init; } = "";

        public string Kind { get; init; } = "";

        public long At { get; init; }

        public long Took { get; init; }

        public long? Status { get; init; }

        public string? Fault { get; init; }

        public AlertDelivery ToDelivery() => new(
            Alert, Event, Kind, DateTimeOffset.FromUnixTimeMilliseconds(At), TimeSpan.FromMilliseconds(Took), (int?)Status, Fault);
    }

    // Dapper fills it by name.
    private sealed class MessageRow
    {
        public long RowId { get; init; }

        public long AlertRow { get; init; }

        public string Alert { get; init; } = "";

        public string Address { get; init; } = "";

        public string Event { get; init; } = "";

        public string Kind { get; init; } = "";

        public byte[] Message { get; init; } = [];

        public long Attempts { get; init; }

        public long Holds { get; init; }

        public AlertMessage ToMessage() =>
            new(Alert, Address, Event, Kind, Message, (int)Attempts) { Row = RowId, AlertRow = AlertRow, Holds = Holds };
    }
}
