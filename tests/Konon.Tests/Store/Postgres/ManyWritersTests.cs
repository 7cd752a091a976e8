using Konon.Bytes;
using Konon.Store;
using Npgsql;
using Xunit;

namespace Konon.Tests.Store.Postgres;

/// <summary>Many writers, some of whom are cut off: the ledger is the one that a single process makes.</summary>
public sealed class ManyWritersTests : IOnPostgres, IDisposable
{
    private const int Killed = 8;

    private static readonly IReadOnlyList<Document> Coverage = Newsroom.Documents(60, seed: 31);
    private readonly TemporaryLedger _ledger = new();
    private readonly Lazy<string> _expected = new(() =>
    {
        using var straight = new TemporaryLedger(onServer: false);
        TemporaryLedger.Add(straight.Store, Coverage);
        return Exported.Canonical(straight.Store);
    });

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public async Task The_same_documents_of_four_writers_at_once_are_there_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() => Write(_ledger.Location, writer))));
        Assert.Equal(_expected.Value, Exported.Canonical(_ledger.Store));
        Assert.Equal(4 * Coverage.Count, _ledger.Store.Count().Sightings);
        Assert.Empty(Exported.Problems(_ledger.Store));
    }

    [Fact]
    public async Task Writers_whose_backends_are_killed_do_the_batch_again_and_lose_nothing()
    {
        using var stop = new CancellationTokenSource();
        var killed = 0;
        var killing = Task.Run(
            () =>
            {
                var chance = new System.Random(5);
                // So many and no more: a slow machine would never see a batch through.
                while (Volatile.Read(ref killed) < Killed && !stop.IsCancellationRequested)
                {
                    Interlocked.Add(ref killed, Kill());
                    Thread.Sleep(chance.Next(10, 100));
                }
            },
            TestContext.Current.CancellationToken);
        // A fast machine would be through before enough were killed.
        var rounds = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            var round = 0;
            do Write(_ledger.Location, writer + (2 * round), TimeSpan.FromMinutes(1));
            while (++round < 100 && Volatile.Read(ref killed) < Killed);
            return round;
        })));
        await stop.CancelAsync();
        await killing;
        Assert.Equal(Killed, killed);
        Assert.Equal(_expected.Value, Exported.Canonical(Reopened()));
        Assert.Equal(rounds.Sum() * Coverage.Count, Reopened().Count().Sightings);
        Assert.Empty(Exported.Problems(Reopened()));
    }

    [Fact]
    public async Task A_server_that_is_cut_off_for_a_while_is_waited_for()
    {
        using var wire = new Wire(PostgresServer.Shared.Port);
        var location = new NpgsqlConnectionStringBuilder(_ledger.Location) { Port = wire.Port }.ToString();
        var writing = Task.Run(() => Write(location, 1, TimeSpan.FromMinutes(1)), TestContext.Current.CancellationToken);
        for (var times = 0; times < 3; times++)
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            wire.Cut();
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            wire.Mend();
        }

        await writing;
        Assert.Equal(_expected.Value, Exported.Canonical(_ledger.Store));
        Assert.Equal(Coverage.Count, _ledger.Store.Count().Sightings);
    }

    [Fact]
    public void Without_patience_a_server_that_is_away_is_one_clear_line()
    {
        using var wire = new Wire(PostgresServer.Shared.Port);
        var location = new NpgsqlConnectionStringBuilder(_ledger.Location) { Port = wire.Port, Password = "rahasia" }.ToString();
        using var store = LedgerStore.Open(location, TimeProvider.System, LedgerOptions.Default);
        wire.Cut();
        var fault = Assert.Throws<LedgerException>(() => store.Count());
        Assert.Equal(LedgerFault.Unreachable, fault.Fault);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.DoesNotContain("rahasia", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", store.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_make_the_ledger_at_once_and_there_is_one()
    {
        var location = PostgresServer.Shared.NewDatabase();
        Parallel.For(0, 6, _ =>
        {
            using var store = LedgerStore.Open(location, TimeProvider.System, LedgerOptions.Default with { Create = true });
            Assert.Equal(0, store.Count().Articles);
        });
        PostgresServer.Shared.Drop(location);
    }

    [Fact]
    public void Transactions_that_were_given_up_are_done_again()
    {
        var times = 0;
        var count = _ledger.Store.Write((connection, transaction) =>
        {
            var found = Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT COUNT(*) FROM articles", transaction: transaction);
            const string GiveUp = "DO $$ BEGIN RAISE EXCEPTION 'given up' USING ERRCODE = 'deadlock_detected'; END $$";
            if (++times < 4) Dapper.SqlMapper.Execute(connection, GiveUp, transaction: transaction);
            return found;
        });
        Assert.Equal((0L, 4), (count, times));
    }

    // As a worker does: batches of its own in an order of its own, each looked up, kept and appended.
    private static void Write(string location, int writer, TimeSpan patience = default)
    {
        var order = Coverage.ToArray();
        new System.Random(writer).Shuffle(order);
        using var store = LedgerStore.Open(location, TimeProvider.System, LedgerOptions.Default with { Patience = patience, Reader = "konon 0.1.0" });
        var run = store.BeginRun("test", "writer " + writer.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var lookup = store.LookUp(run);
        foreach (var batch in order.Chunk(5))
        {
            foreach (var document in batch) Assert.NotEqual(DocumentState.Forgotten, lookup.Of(document));
            var entries = batch.Select(TemporaryLedger.Read).ToList();
            foreach (var entry in entries) store.KeepDocuments(entry.Documents);
            store.Append(run, [.. entries.Select(PreparedEntry.Of)], []);
        }

        store.EndRun(run);
    }

    private LedgerStore Reopened()
    {
        NpgsqlConnection.ClearAllPools();
        return _reopened ??= _ledger.Open();
    }

    private LedgerStore? _reopened;

    // One backend of this database, whatever it is doing.
    private int Kill()
    {
        using var connection = new NpgsqlConnection(_ledger.Location + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COUNT(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'konon' AND state <> 'idle' LIMIT 1) AS one
            """;
        return (int)(long)command.ExecuteScalar()!;
    }
}
