using System.Diagnostics;
using Xunit;

namespace Konon.Journeys;

public sealed class LedgerJourneyTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void One_job_or_many_make_the_same_ledger()
    {
        _desk.Write("reports.jsonl", Reports.JsonLines(400, seed: 3));
        foreach (var jobs in (string[])["1", "2", "7"])
        {
            Assert.Equal(0, _desk.Run("add", "--ledger", jobs + ".db", "--jobs", jobs, "reports.jsonl").Code);
        }

        var exports = new[] { "1", "2", "7" }.Select(jobs => _desk.Run("export", "--with-text", "--ledger", jobs + ".db").Output).ToList();
        Assert.NotEmpty(exports[0]);
        Assert.Single(exports.Distinct());
    }

    [Fact]
    public void A_ledger_goes_out_and_comes_back_equal()
    {
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        Assert.Equal(0, _desk.Run("add", "coverage/a.txt").Code);
        Assert.Equal(0, _desk.Run("export", "--with-history", "-o", "all.jsonl.gz").Code);
        var import = _desk.Run("import", "all.jsonl.gz", "--ledger", "new.db");
        Assert.True(import.Code == 0, import.Error);
        Assert.Equal(_desk.Run("export", "--with-history").Output, _desk.Run("export", "--with-history", "--ledger", "new.db").Output);
        Assert.Equal((0, ""), (_desk.Run("verify", "--ledger", "new.db").Code, _desk.Run("verify", "--ledger", "new.db").Error));
    }

    [Fact]
    public void Without_the_text_an_export_has_the_claims_words_and_no_others()
    {
        _desk.Write("coverage/d.txt", "Jalan ditutup, kata Bupati Doni Prakoso, Senin (3/3/2025). Angin kencang bertiup semalaman.\n");
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        foreach (var format in (string[])["jsonl", "json", "csv", "jsonld", "markdown"])
        {
            var output = _desk.Run("export", "--format", format).Output;
            Assert.Contains("Tidak ada retakan", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Angin kencang", output, StringComparison.Ordinal);
        }

        Assert.Contains("Angin kencang", _desk.Run("export", "--with-text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_says_what_is_wrong_and_where()
    {
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        var kept = Directory.GetFiles(Path.Combine(_desk.Folder, "konon.db.files"), "*.gz", SearchOption.AllDirectories);
        File.Delete(kept[0]);
        var run = _desk.Run("verify");
        Assert.Equal(1, run.Code);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"document {Path.GetFileNameWithoutExtension(kept[0])}: its bytes are not kept", lines[0]);
        Assert.EndsWith(": 1 faults", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"fault\"", _desk.Run("verify", "--format", "jsonl").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_history_is_refused_in_one_line_and_nothing_is_added()
    {
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        var history = _desk.Run("export", "--with-history").Output;
        _desk.Write("cut.jsonl", history[..(history.Length / 2)]);
        var run = _desk.Run("import", "cut.jsonl", "--ledger", "new.db");
        Assert.Equal(3, run.Code);
        Assert.EndsWith("; nothing was added", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("", _desk.Run("export", "--ledger", "new.db").Output);
        Assert.Equal(3, _desk.Run("import", "nowhere.jsonl", "--ledger", "other.db").Code);
        Assert.False(File.Exists(Path.Combine(_desk.Folder, "other.db")));
    }

    [Theory]
    [InlineData("export", "--format", "csv", "--with-history")]
    [InlineData("export", "--since", "yesterday")]
    [InlineData("export", "--table", "figures")]
    [InlineData("export", "--with-history", "--outlet", "x")]
    [InlineData("export", "--without-documents")]
    public void A_question_that_makes_no_sense_is_wrong_usage(params string[] arguments)
    {
        Assert.Equal(0, _desk.Run("add", "coverage").Code);
        var run = _desk.Run(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
    }

    [Fact]
    public void Two_that_add_at_once_lose_nothing_and_add_nothing_twice()
    {
        _desk.Write("one.jsonl", Reports.JsonLines(300, seed: 5));
        _desk.Write("other.jsonl", Reports.JsonLines(300, seed: 6));
        using var one = Program.Start(_desk.Folder, "add", "--ledger", "both.db", "one.jsonl");
        using var other = Program.Start(_desk.Folder, "add", "--ledger", "both.db", "other.jsonl");
        // The same work twice at the same time is one run.
        using var again = Program.Start(_desk.Folder, "add", "--ledger", "both.db", "other.jsonl");
        foreach (var process in (Process[])[one, other, again])
        {
            process.StandardInput.Close();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)));
            Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
        }

        Assert.Equal(0, _desk.Run("add", "--ledger", "straight.db", "one.jsonl", "other.jsonl").Code);
        Assert.Equal(_desk.Run("export", "--ledger", "straight.db").Output, _desk.Run("export", "--ledger", "both.db").Output);
        Assert.Equal(0, _desk.Run("verify", "--ledger", "both.db").Code);
    }
}
