using System.Globalization;
using Konon.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Konon.Journeys;

/// <summary>
/// A run of <c>add</c> that is killed again and again, and started again each time. KONON_TEST_KILLS and KONON_TEST_REPORTS set how often
/// and over how many reports; docs/ledger.md tells what came of 300 over 2,000.
/// </summary>
public sealed class KillTests : IDisposable
{
    // The moments of an addition; those of other commands have tests of their own.
    private static readonly string[] Points = [.. CrashPoints.All.TakeWhile(point => !point.StartsWith("file.", StringComparison.Ordinal))];

    // Of what is killed once, at one moment.
    private const int Few = 50;

    private readonly Desk _desk = new();
    private readonly int _kills = Number("KONON_TEST_KILLS", 14);
    private readonly int _reports = Number("KONON_TEST_REPORTS", 200);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Killed_at_any_moment_and_started_again_it_loses_nothing_and_has_nothing_twice()
    {
        var whole = Expected(_reports);
        var chance = new System.Random(_kills);
        var (random, atPoints) = (0, 0);
        for (var round = 0; random + atPoints < _kills; round++)
        {
            var ledger = string.Create(CultureInfo.InvariantCulture, $"round-{round}.db");
            string[] add = ["add", "--ledger", ledger, "reports.jsonl"];
            // Half of the kills at random, half where it would hurt most; when a run has come through, a fresh ledger begins.
            var through = false;
            while (!through && random + atPoints < _kills)
            {
                if (random < atPoints)
                {
                    through = !Killing.After(TimeSpan.FromMilliseconds(chance.Next(150, 2_500)), _desk.Folder, add);
                    if (!through) random++;
                }
                else
                {
                    var point = Points[(atPoints + round) % Points.Length];
                    var times = point.StartsWith("document", StringComparison.Ordinal) ? chance.Next(1, 120) : chance.Next(1, 4);
                    through = !Killing.At(point, times, _desk.Folder, add);
                    if (!through) atPoints++;
                }
            }

            if (!through) Assert.Equal(0, _desk.Run(add).Code);
            Assert.Equal(whole.Export, State(ledger).Export);
            Assert.Equal(0, RunsThatMissedOrRepeated(ledger));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{random} kills at random moments, {atPoints} at named ones");
        Assert.True(random >= _kills / 3 && atPoints >= _kills / 3, $"{random} and {atPoints}");
    }

    [Fact]
    public void Killed_at_the_renaming_of_an_export_it_leaves_the_old_file_or_the_new_one()
    {
        Expected(Few);
        _desk.Write("out.jsonl", "old");
        Assert.True(Killing.At("file.before-rename", 1, _desk.Folder, "export", "--ledger", "whole.db", "-o", "out.jsonl"));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_desk.Folder, "out.jsonl")));
        Assert.True(Killing.At("file.after-rename", 1, _desk.Folder, "export", "--ledger", "whole.db", "-o", "out.jsonl"));
        Assert.Equal(_desk.Run("export", "--ledger", "whole.db").Output, File.ReadAllText(Path.Combine(_desk.Folder, "out.jsonl")));
    }

    [Theory]
    [InlineData("backup.before-copy")]
    [InlineData("backup.after-copy")]
    [InlineData("document.after-rename")]
    public void Killed_in_a_backup_it_leaves_the_older_copy_whole_and_the_next_run_ends_it(string point)
    {
        _desk.Write("reports.jsonl", Reports.JsonLines(Few, seed: 1));
        var first = _desk.Write("first.jsonl", Reports.JsonLines(20, seed: 2));
        Assert.Equal(0, _desk.Run("add", "--ledger", "small.db", first).Code);
        Assert.Equal(0, _desk.Run("backup", "--ledger", "small.db", "copy.db").Code);
        var before = State("copy.db");
        Assert.Equal(0, _desk.Run("add", "--ledger", "small.db", "reports.jsonl").Code);
        Assert.True(Killing.At(point, 1, _desk.Folder, "backup", "--ledger", "small.db", "copy.db"));
        Assert.Equal(before, State("copy.db"));
        Assert.Equal(0, _desk.Run("backup", "--ledger", "small.db", "copy.db").Code);
        Assert.Equal(State("small.db"), State("copy.db"));
    }

    [Theory]
    [InlineData("commit.before", false)]
    [InlineData("commit.after", true)]
    public void Killed_in_an_import_it_leaves_all_of_it_or_nothing(string point, bool isThere)
    {
        var whole = Expected(Few);
        Assert.Equal(0, _desk.Run("export", "--ledger", "whole.db", "--with-history", "-o", "all.jsonl.gz").Code);
        Assert.True(Killing.At(point, 1, _desk.Folder, "import", "all.jsonl.gz", "--ledger", "restored.db"));
        Assert.Equal(isThere, _desk.Run("export", "--ledger", "restored.db").Output.Length > 0);
        Assert.Equal(0, _desk.Run("import", "all.jsonl.gz", "--ledger", "restored.db").Code);
        Assert.Equal(whole, State("restored.db"));
    }

    // The canonical export of a run that nobody disturbed, and what verify counts.
    private (string Export, string Verified) Expected(int reports)
    {
        _desk.Write("reports.jsonl", Reports.JsonLines(reports, seed: 1));
        Assert.Equal(0, _desk.Run("add", "--ledger", "whole.db", "--jobs", "1", "reports.jsonl").Code);
        return State("whole.db");
    }

    private (string Export, string Verified) State(string ledger)
    {
        var verified = _desk.Run("verify", "--ledger", ledger);
        Assert.True(verified.Code == 0, verified.Output);
        // Kept before its row was written and then killed: noted, and no fault. Whatever was added is counted in the last line.
        var counts = verified.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(", 1 notes")[0];
        return (_desk.Run("export", "--with-text", "--ledger", ledger).Output, counts[..counts.IndexOf(':', StringComparison.Ordinal)]);
    }

    // A run that was killed behind its last commit is over: what is started then is a further run, which sees everything once more.
    private long RunsThatMissedOrRepeated(string ledger)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_desk.Folder, ledger)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COUNT(*) FROM runs WHERE finished_at IS NULL
              OR @reports <> (SELECT COUNT(*) FROM sightings WHERE run_id = runs.id)
              OR @reports <> (SELECT COUNT(DISTINCT input) FROM sightings WHERE run_id = runs.id)
            """;
        command.Parameters.AddWithValue("@reports", _reports);
        return (long)command.ExecuteScalar()!;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
