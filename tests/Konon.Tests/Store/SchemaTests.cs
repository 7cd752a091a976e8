using Dapper;
using Konon.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Konon.Tests.Store;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryLedger _ledger = new();

    // A version that does not exist: a column with a default and a table, as a real one might bring.
    private static readonly LedgerSchema Next = new(
        LedgerSchema.Newest[1],
        """
        ALTER TABLE articles ADD COLUMN desk {text}; UPDATE articles SET desk = 'kota';
        CREATE TABLE desks (id {id}, name {text} NOT NULL){table};
        """);

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void An_older_ledger_is_brought_up_to_date_and_keeps_what_it_has()
    {
        TemporaryLedger.Add(_ledger.Store, Newsroom.Documents(12, seed: 9));
        var before = Exported.Canonical(_ledger.Store);
        using var newer = Open(Next, create: false);
        Assert.Equal("kota", newer.Use(connection => connection.QueryFirst<string>("SELECT desk FROM articles")));
        Assert.Equal(0, newer.Use(connection => connection.QuerySingle<int>("SELECT COUNT(*) FROM desks")));
        Assert.Equal(before, Exported.Canonical(newer));
        Assert.Empty(Exported.Problems(newer));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_older_ledger_as_it_was()
    {
        TemporaryLedger.Add(_ledger.Store, Newsroom.Documents(5, seed: 9));
        var broken = new LedgerSchema(LedgerSchema.Newest[1], "CREATE TABLE desks (id {id}); UPDATE nothing SET x = 1;");
        Assert.Throws<LedgerException>(() => Open(broken, create: false));
        using var again = Open(LedgerSchema.Newest, create: false);
        Assert.Empty(Exported.Problems(again));
    }

    [Fact]
    public void A_newer_ledger_is_refused_in_one_line()
    {
        Open(Next, create: false).Dispose();
        var fault = Assert.Throws<LedgerException>(() => Open(LedgerSchema.Newest, create: true));
        Assert.Equal(LedgerFault.Newer, fault.Fault);
        Assert.Equal(_ledger.Path + ": a newer version of Konon wrote this ledger; this one cannot read it", fault.Message);
    }

    [Theory]
    [InlineData("CREATE TABLE people (name TEXT)")]
    [InlineData("CREATE TABLE schema_version (version TEXT); CREATE TABLE documents (id INTEGER)")]
    public void A_database_of_somebody_else_is_refused_and_not_touched(string tables)
    {
        var path = _ledger.Path + ".other";
        Execute(path, tables);
        var before = File.ReadAllBytes(path);
        var fault = Assert.Throws<LedgerException>(() => Made(path));
        Assert.Equal(LedgerFault.NotALedger, fault.Fault);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_not_touched()
    {
        var path = _ledger.Path + ".txt";
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("Ini bukan buku besar. ", 400)));
        var fault = Assert.Throws<LedgerException>(() => Made(path));
        Assert.Equal(LedgerFault.NotALedger, fault.Fault);
        Assert.StartsWith("Ini bukan", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_makes_no_ledger_of_an_empty_database()
    {
        var path = _ledger.Path + ".empty";
        Execute(path, "CREATE TABLE t (x INTEGER); DROP TABLE t");
        var fault = Assert.Throws<LedgerException>(() => LedgerStore.Open(path, TimeProvider.System, LedgerOptions.Default));
        Assert.Equal(LedgerFault.Missing, fault.Fault);
        Made(path).Dispose();
    }

    private LedgerStore Open(LedgerSchema schema, bool create) =>
        LedgerStore.Open(_ledger.Path, TimeProvider.System, LedgerOptions.Default with { Create = create, Schema = schema });

    private static LedgerStore Made(string path) =>
        LedgerStore.Open(path, TimeProvider.System, LedgerOptions.Default with { Create = true });

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
