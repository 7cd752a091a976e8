using System.Text;
using Konon.Ledger;
using Konon.Ledger.Review;
using Konon.Store.Out;
using Konon.Store.Review;
using Xunit;

namespace Konon.Tests.Store;

public class HistoryTests
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
    public void What_people_decided_and_what_is_gone_come_back_with_it()
    {
        using var ledger = Full(9);
        var claims = Ids(ledger, "SELECT public_id FROM claims WHERE current = 1 AND figures > 0 ORDER BY words, public_id LIMIT 5");
        var speakers = Ids(ledger, "SELECT public_id FROM speakers ORDER BY public_id LIMIT 2");
        Decide(ledger, DecisionAction.Confirm, claims[0]);
        Decide(ledger, DecisionAction.Reject, claims[1]);
        Decide(ledger, DecisionAction.Correct, claims[2], field: "figure.value", value: "77");
        var corrected = Decide(ledger, DecisionAction.Correct, claims[3], field: "speaker.name", value: "Sari Melati");
        Decide(ledger, DecisionAction.Correct, claims[4], field: "speaker.name", value: "Hendra Gunadi");
        Decide(ledger, DecisionAction.Undo, corrected);
        Decide(ledger, DecisionAction.Merge, speakers[0], DecisionTarget.Speaker, speakers[1]);
        Decide(ledger, DecisionAction.Merge, claims[0] + "#1", DecisionTarget.Figure, claims[1] + "#1");
        ledger.Store.Use(connection => Dapper.SqlMapper.Execute(
            connection,
            """
            INSERT INTO absences (run_id, article_id, input, answer, moved_to, seen_at)
            SELECT 1, id, 'https://kabar.example/' || public_id, 'not found', id + 1, 5 FROM articles WHERE id < 4
            """));
        ledger.Store.SettleStories();
        Assert.Empty(Exported.Problems(ledger.Store));
        using var restored = new TemporaryLedger();
        var history = Exported.History(ledger.Store);
        restored.Store.Import(new MemoryStream(history));
        restored.Store.SettleStories();
        Assert.Equal(Encoding.UTF8.GetString(history), Encoding.UTF8.GetString(Exported.History(restored.Store)));
        Assert.Equal(Exported.Canonical(ledger.Store), Exported.Canonical(restored.Store));
        Assert.Empty(Exported.Problems(restored.Store));
        Assert.Equal(ledger.Store.Current().Select(ledger.Store.Effective).Select(Told), restored.Store.Current().Select(restored.Store.Effective).Select(Told));
        string[] made =
        [
            "SELECT speaker_id || word || name FROM speaker_words JOIN speakers ON speakers.id = speaker_words.speaker_id",
            "SELECT public_id || (SELECT COUNT(*) FROM sketches) FROM readings",
            "SELECT public_id || COALESCE((SELECT heads.public_id FROM speakers AS heads WHERE heads.id = speakers.merged_into), '') FROM speakers"
                + " WHERE id IN (SELECT speaker_id FROM claim_speakers)",
            "SELECT claims.public_id || '#' || figures.ordinal FROM figures JOIN claims ON claims.id = figures.claim_id WHERE merged_into IS NOT NULL",
            "SELECT public_id || name FROM stories",
        ];
        Assert.All(made.Skip(1), sql => Assert.Equal(Ids(ledger, sql).Order(StringComparer.Ordinal), Ids(restored, sql).Order(StringComparer.Ordinal)));
        Assert.Equal(Ids(ledger, made[0]).Count, Ids(restored, made[0]).Count);
        Assert.Equal(0, restored.Store.Import(new MemoryStream(history)).Added);
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
        // The server's tables of its own are no part of a history.
        using var ledger = new TemporaryLedger(onServer: false);
        var columns = ledger.Store.Use(connection => ledger.Store.Database.Tables(connection)
            .Where(table => !IsOfAnIndex(table))
            .Where(table => !HistoryTables.Derived.Contains(table) && !HistoryTables.Local.Contains(table))
            .SelectMany(table => Columns(connection, table).Select(column => table + "." + column))
            .ToList());
        var written = HistoryTables.Facts.SelectMany(table => table.Columns.Select(column => table.Name + "." + column.Name))
            .Concat(HistoryTables.DerivedColumns);
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

    private static List<string> Ids(TemporaryLedger ledger, string sql) =>
        ledger.Store.Use(connection => Dapper.SqlMapper.Query<string>(connection, sql).ToList());

    private static string Decide(
        TemporaryLedger ledger, DecisionAction action, string target, DecisionTarget on = DecisionTarget.Claim, string? other = null,
        string? field = null, string? value = null)
    {
        var outcome = ledger.Store.Decide(new DecisionRequest
        {
            By = "rani",
            Action = action,
            On = on,
            Target = target,
            Other = other,
            Field = field,
            Value = value,
        });
        Assert.True(outcome.Made is not null, $"{action} {on}: {outcome.Refusal}");
        return outcome.Made!.Id;
    }

    private static string Told(ReviewedReading reading) => Encoding.UTF8.GetString(ReadingRecord.Write(reading.Reading))
        + string.Join(' ', reading.Claims.Select(claim => $"{claim.Id} {claim.State} {string.Join(',', claim.Corrected)}"));

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
