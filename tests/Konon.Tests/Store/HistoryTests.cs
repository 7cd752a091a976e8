using System.Text;
using Konon.Store.Out;
using Xunit;

namespace Konon.Tests.Store;

public sealed class HistoryTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void A_restored_ledger_is_equal_in_all_it_exports(int seed)
    {
        using var ledger = Full(seed);
        using var restored = new TemporaryLedger();
        var history = Exported.History(ledger.Store);
        var counts = restored.Store.Import(new MemoryStream(history));
        Assert.Equal(0, counts.Missing);
        Assert.Equal(history, Exported.History(restored.Store));
        Assert.Equal(Exported.Canonical(ledger.Store), Exported.Canonical(restored.Store));
        Assert.Empty(Exported.Problems(restored.Store));
    }

    [Fact]
    public void Importing_the_same_again_adds_nothing()
    {
        using var ledger = Full(3);
        var history = Exported.History(ledger.Store);
        var counts = ledger.Store.Import(new MemoryStream(history));
        Assert.Equal((0, 0), (counts.Added, counts.Documents));
        Assert.Equal(history, Exported.History(ledger.Store));
    }

    [Fact]
    public void Two_ledgers_are_merged_by_importing_one_into_the_other()
    {
        var coverage = Newsroom.Documents(40, seed: 5);
        using var one = new TemporaryLedger();
        using var other = new TemporaryLedger();
        using var both = new TemporaryLedger();
        TemporaryLedger.Add(one.Store, coverage.Take(25));
        TemporaryLedger.Add(other.Store, coverage.Skip(15));
        TemporaryLedger.Add(both.Store, coverage);
        one.Store.Import(new MemoryStream(Exported.History(other.Store)));
        Assert.Equal(Exported.Canonical(both.Store), Exported.Canonical(one.Store));
        Assert.Empty(Exported.Problems(one.Store));
    }

    [Fact]
    public void Without_the_bytes_it_says_how_many_are_missing()
    {
        using var ledger = Full(4);
        using var restored = new TemporaryLedger();
        var counts = restored.Store.Import(new MemoryStream(Exported.History(ledger.Store, withDocuments: false)));
        Assert.Equal(ledger.Store.Count().Documents, counts.Missing);
        Assert.Equal(Exported.Canonical(ledger.Store), Exported.Canonical(restored.Store));
    }

    [Fact]
    public void A_damaged_file_is_refused_whole()
    {
        using var ledger = Full(6);
        var text = Encoding.UTF8.GetString(Exported.History(ledger.Store));
        var lines = text.Split('\n');
        // Cut off, a line lost, a digit changed, two lines swapped, another kind of file, nothing at all.
        string[] damaged =
        [
            text[..(text.Length / 2)],
            string.Join('\n', lines[..^2]) + "\n",
            string.Join('\n', lines.Where((_, i) => i != lines.Length - 3)),
            text.Replace("\"seen_at\":1", "\"seen_at\":2", StringComparison.Ordinal),
            string.Join('\n', [lines[0], lines[2], lines[1], .. lines[3..]]),
            "{\"url\":\"https://kabar.example/1\"}\n",
            "",
        ];
        Assert.All(damaged, file =>
        {
            Assert.NotEqual(text, file);
            using var fresh = new TemporaryLedger();
            var fault = Assert.Throws<InvalidDataException>(() => fresh.Store.Import(new MemoryStream(Encoding.UTF8.GetBytes(file))));
            Assert.StartsWith("line ", fault.Message, StringComparison.Ordinal);
            Assert.Equal(0, fresh.Store.Count().Articles);
        });
    }

    [Fact]
    public void Every_table_and_column_is_a_fact_that_goes_along_or_is_made_of_one()
    {
        using var ledger = new TemporaryLedger();
        var columns = ledger.Store.Use(connection => ledger.Store.Database.Tables(connection)
            .Where(table => !IsOfAnIndex(table))
            .Where(table => !HistoryTables.Derived.Contains(table))
            .SelectMany(table => Columns(connection, table).Select(column => table + "." + column))
            .ToList());
        var written = HistoryTables.Facts.SelectMany(table => table.Columns.Select(column => table.Name + "." + column.Name))
            .Concat(HistoryTables.DerivedColumns.Select(column => "readings." + column));
        var there = columns.Where(column => !column.EndsWith(".id", StringComparison.Ordinal));
        Assert.Equal(written.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    // A word index keeps tables of its own.
    internal static bool IsOfAnIndex(string table) =>
        table.StartsWith("reading_words_", StringComparison.Ordinal) || table.StartsWith("claim_words_", StringComparison.Ordinal);

    private static IEnumerable<string> Columns(System.Data.Common.DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} LIMIT 0";
        using var rows = command.ExecuteReader();
        return [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
    }

    private static TemporaryLedger Full(int seed)
    {
        var ledger = new TemporaryLedger();
        var coverage = Newsroom.Documents(40, seed);
        TemporaryLedger.Add(ledger.Store, coverage.Take(30));
        TemporaryLedger.Add(ledger.Store, coverage.Skip(10));
        using var newer = ledger.Open("konon 0.2.0");
        TemporaryLedger.Add(newer, coverage.Take(10));
        return ledger;
    }
}
