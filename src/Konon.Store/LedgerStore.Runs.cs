using Dapper;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    // A run that never ends: as long as it stands there, documents may be on their way.
    private const string QueueKind = "queue";

    /// <summary>Begins a run, or goes on with the one of the same kind and arguments that was stopped.</summary>
    /// <param name="kind">Which command.</param>
    /// <param name="arguments">What it was given; two runs with the same are the same work.</param>
    public LedgerRun BeginRun(string kind, string arguments) => Write((connection, transaction) =>
    {
        var open = connection.QueryFirstOrDefault<long?>(
            "SELECT id FROM runs WHERE kind = @kind AND arguments = @arguments AND finished_at IS NULL ORDER BY id DESC LIMIT 1",
            new { kind, arguments },
            transaction);
        if (open is { } id)
        {
            return new LedgerRun(id, connection.QuerySingle<long>("SELECT COUNT(*) FROM sightings WHERE run_id = @id", new { id }, transaction));
        }

        var started = Now();
        id = connection.QuerySingle<long>(
            "INSERT INTO runs (kind, arguments, started_at) VALUES (@kind, @arguments, @started) RETURNING id",
            new { kind, arguments, started },
            transaction);
        return new LedgerRun(id, 0);
    });

    /// <summary>Notes that a queue feeds this ledger, so that documents that wait in it are not taken for ones that nobody needs.</summary>
    /// <param name="name">What the queue is called.</param>
    public void NoteQueue(string name) => BeginRun(QueueKind, name);

    /// <summary>Says that a run has come to its end; the next one with the same arguments begins anew.</summary>
    public void EndRun(LedgerRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Write((connection, transaction) => connection.Execute(
            "UPDATE runs SET finished_at = @now WHERE id = @id", new { now = Now(), id = run.Id }, transaction));
    }

    /// <summary>Looks documents up before they are read, so that known ones are not read again.</summary>
    /// <param name="run">The run that sees them.</param>
    public DocumentLookup LookUp(LedgerRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Guard(() => new DocumentLookup(Database, run, _options.Reader));
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
