using Konon.Store;
using Konon.Store.Postgres;
using Npgsql;
using Xunit;

namespace Konon.Tests.Store.Postgres;

public sealed class PostgresLedgerTests : IOnPostgres, IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Theory]
    [InlineData("Host=db.example;Database=konon", true)]
    [InlineData("Username=x; host = /var/run/postgresql", true)]
    [InlineData("konon.db", false)]
    [InlineData("a/Host/konon.db", false)]
    [InlineData("hosts=1.db", false)]
    public void A_server_is_told_from_a_file_by_its_host(string location, bool isServer) =>
        Assert.Equal(isServer, PostgresDatabase.IsConnectionString(location));

    [Fact]
    public void A_new_month_has_partitions_of_its_own_and_everything_holds_across_them()
    {
        var coverage = Newsroom.Documents(60, seed: 9);
        TemporaryLedger.Add(_ledger.Store, coverage.Take(30));
        // As when the month turns: whatever is added now goes to the next one.
        _ledger.Change("SELECT ledger_make_month(MAX(month) + 1) FROM ledger_months");
        // Versions of articles that the month before has.
        TemporaryLedger.Add(_ledger.Store, coverage.Skip(15));
        Assert.True(Count("SELECT COUNT(DISTINCT tableoid) FROM claims") == 2, "claims lie in both months");
        Assert.Equal(0, Count("SELECT COUNT(*) FROM claims WHERE id >> 40 <> reading_id >> 40"));
        using var straight = new TemporaryLedger(onServer: false);
        TemporaryLedger.Add(straight.Store, coverage);
        Assert.Equal(Exported.Canonical(straight.Store), Exported.Canonical(_ledger.Store));
        Assert.Empty(Exported.Problems(_ledger.Store));
    }

    [Fact]
    public void A_month_is_looked_up_alone_by_the_number_of_a_row()
    {
        _ledger.Change("SELECT ledger_make_month(month) FROM generate_series(600, 640) AS month");
        TemporaryLedger.Add(_ledger.Store, Newsroom.Documents(5, seed: 1));
        foreach (var asked in (string[])["claims WHERE id", "claims WHERE reading_id", "claim_speakers WHERE claim_id", "figures WHERE claim_id", "figures WHERE id"])
        {
            var plan = _ledger.Store.Use(connection => string.Join('\n', Dapper.SqlMapper.Query<string>(
                connection, $"EXPLAIN SELECT * FROM {asked} = {Count("SELECT MAX(id) FROM readings")}")));
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(plan, @" on \w+_\d{4}_\d\d").Select(match => match.Value).Distinct());
        }
    }

    [Fact]
    public void Who_may_read_reads_and_who_may_write_adds_and_neither_can_do_more()
    {
        var database = new NpgsqlConnectionStringBuilder(_ledger.Location).Database!;
        PostgresServer.Shared.Execute(PostgresDatabase.RolesScript, database);
        PostgresServer.Shared.Execute(
            $"CREATE ROLE {database}_reader LOGIN IN ROLE konon_reader; CREATE ROLE {database}_writer LOGIN IN ROLE konon_writer", database);
        using var writer = As(database + "_writer");
        // The first of the month, whose partitions are to be made.
        TemporaryLedger.Add(writer, Newsroom.Documents(12, seed: 3));
        using var reader = As(database + "_reader");
        Assert.False(reader.TrySettleStories());
        writer.SettleStories();
        Assert.True(reader.TrySettleStories());
        Assert.Equal(Exported.History(_ledger.Store), Exported.History(reader));
        Assert.Empty(Exported.Problems(reader));
        Assert.NotEmpty(reader.Stories(new Konon.Store.Grouping.StoryQuery()).Rows);
        var fault = Assert.Throws<LedgerException>(() => TemporaryLedger.Add(reader, Newsroom.Documents(1, seed: 4)));
        Assert.Equal(LedgerFault.ReadOnly, fault.Fault);
        foreach (var sql in (string[])
        [
            "DROP TABLE claims", "TRUNCATE readings", "ALTER TABLE readings ADD COLUMN x INT", "CREATE TABLE mine (x INT)", "UPDATE schema_version SET value = 9",
            "SELECT ledger_make_month(900)", "DROP FUNCTION ledger_month()",
        ])
        {
            Assert.Equal(LedgerFault.ReadOnly, Assert.Throws<LedgerException>(() => writer.Use(connection => Dapper.SqlMapper.Execute(connection, sql))).Fault);
        }

        // Rows go; what they leave in the server's files is the owner's to end.
        Assert.Null(writer.TryForget(Assert.Single(writer.Stories(new Konon.Store.Grouping.StoryQuery { Limit = 1 }).Rows) is var story
            ? writer.StoryArticles(story.Id)[0].Id : "", "permintaan", out _));
        Assert.False(writer.FinishForgetting());
        Assert.True(_ledger.Store.FinishForgetting());
        Assert.Empty(Exported.Problems(_ledger.Store));
    }

    [Fact]
    public async Task Erased_rows_go_once_nobody_on_the_server_holds_their_state()
    {
        TemporaryLedger.Add(_ledger.Store, Newsroom.Documents(3, seed: 5));
        // One writes in another database, one reads in this.
        await using var writer = new NpgsqlConnection(PostgresServer.Shared.To("postgres") + ";Pooling=false");
        await using var reader = new NpgsqlConnection(_ledger.Location + ";Pooling=false");
        foreach (var (other, holding) in ((NpgsqlConnection, string)[])[(writer, "SELECT pg_current_xact_id()"), (reader, "SELECT COUNT(*) FROM articles")])
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await Ask(other, "BEGIN ISOLATION LEVEL REPEATABLE READ; " + holding);
        }

        var scrubbing = Task.Run(() => _ledger.Store.Use(_ledger.Store.Database.Scrub), TestContext.Current.CancellationToken);
        foreach (var other in (NpgsqlConnection[])[writer, reader])
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.False(scrubbing.IsCompleted);
            await Ask(other, "COMMIT");
        }

        Assert.True(await scrubbing);

        static async Task Ask(NpgsqlConnection connection, string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Text_that_the_server_cannot_hold_costs_no_document()
    {
        var document = TemporaryLedger.Document("nol\0\ud800.txt", "Air naik, kata Bupati Doni Prakoso, Senin (3/3/2025).");
        var entry = TemporaryLedger.Read(document);
        var odd = entry with { Reading = entry.Reading with { Article = entry.Reading.Article with { Outlet = "a\0b\udc00" } } };
        _ledger.Store.KeepDocuments(odd.Documents);
        _ledger.Store.Append(_ledger.Store.BeginRun("test", "nol"), [PreparedEntry.Of(odd)], []);
        Assert.Equal("a\uFFFDb\uFFFD", Assert.Single(_ledger.Store.Articles(new Konon.Store.Search.ArticleQuery()).Rows).Outlet);
    }

    [Fact]
    public void Documents_may_lie_in_a_folder_that_all_share()
    {
        var folder = _ledger.Path + ".shared";
        using var store = LedgerStore.Open(_ledger.Location, TimeProvider.System, LedgerOptions.Default with { Documents = folder, Reader = "konon 0.1.0" });
        TemporaryLedger.Add(store, Newsroom.Documents(4, seed: 8));
        Assert.Empty(Exported.Problems(store));
        Assert.Equal(store.Count().Documents, new DocumentVault(folder).All().LongCount());
        Assert.Equal(0, Count("SELECT COUNT(*) FROM kept_documents"));
    }

    [Fact]
    public void What_is_somebody_elses_or_newer_is_refused_and_not_touched()
    {
        var other = PostgresServer.Shared.NewDatabase();
        PostgresServer.Shared.Execute("CREATE TABLE invoices (id INT)", new NpgsqlConnectionStringBuilder(other).Database!);
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => Open(other)).Fault);
        PostgresServer.Shared.Drop(other);
        var empty = PostgresServer.Shared.NewDatabase();
        Assert.Equal(LedgerFault.Missing, Assert.Throws<LedgerException>(
            () => LedgerStore.Open(empty, TimeProvider.System, LedgerOptions.Default)).Fault);
        PostgresServer.Shared.Drop(empty);
        _ledger.Change("UPDATE schema_version SET value = 999");
        Assert.Equal(LedgerFault.Newer, Assert.Throws<LedgerException>(() => Open(_ledger.Location)).Fault);
    }

    private LedgerStore As(string user) => Open(PostgresServer.Shared.To(new NpgsqlConnectionStringBuilder(_ledger.Location).Database!, user));

    private static LedgerStore Open(string location) =>
        LedgerStore.Open(location, TimeProvider.System, LedgerOptions.Default with { Create = true, Reader = "konon 0.1.0" });

    private long Count(string sql) => _ledger.Store.Use(connection => Dapper.SqlMapper.QuerySingle<long>(connection, sql));
}
