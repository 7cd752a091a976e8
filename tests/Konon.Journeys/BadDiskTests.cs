using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Konon.Journeys;

/// <summary>What becomes of a ledger on a disk that is full, may not be written, or is being written by somebody else.</summary>
public sealed class BadDiskTests : IDisposable
{
    private readonly Desk _desk = new();
    private string? _mounted;

    public BadDiskTests() => _desk.Write("reports.jsonl", Reports.JsonLines(300, seed: 4));

    public void Dispose()
    {
        if (_mounted is not null) Shell("umount", _mounted);
        _desk.Dispose();
    }

    [Fact]
    public void On_a_full_disk_it_says_so_and_goes_on_when_there_is_room()
    {
        var small = Mount("size=700k");
        var ledger = Path.Combine(small, "konon.db");
        var run = _desk.Run("add", "--ledger", ledger, "reports.jsonl");
        Assert.Equal(3, run.Code);
        Assert.EndsWith(": the disk is full; what was kept before stays", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.True(Shell("mount", "-o", "remount,size=64m", small));
        var verified = _desk.Run("verify", "--ledger", ledger);
        var isMissing = verified.Error.Contains("there is no ledger", StringComparison.Ordinal);
        Assert.True(verified.Code is 0 || isMissing, verified.Output + verified.Error);
        Assert.Equal(0, _desk.Run("add", "--ledger", ledger, "reports.jsonl").Code);
        Assert.Equal(0, _desk.Run("add", "--ledger", "elsewhere.db", "reports.jsonl").Code);
        Assert.Equal(_desk.Run("export", "--ledger", "elsewhere.db").Output, _desk.Run("export", "--ledger", ledger).Output);
        Assert.Equal(0, _desk.Run("verify", "--ledger", ledger).Code);
    }

    [Fact]
    public void An_export_to_a_full_disk_leaves_what_stood_there()
    {
        Assert.Equal(0, _desk.Run("add", "reports.jsonl").Code);
        var small = Mount("size=64k");
        var file = Path.Combine(small, "out.jsonl");
        File.WriteAllText(file, "old");
        var run = _desk.Run("export", "--with-text", "-o", file);
        Assert.Equal(3, run.Code);
        Assert.StartsWith("konon: " + file, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["old"], Directory.GetFiles(small).Select(File.ReadAllText));
    }

    [Fact]
    public void A_ledger_that_may_not_be_written_is_read_and_says_why_it_is_not_added_to()
    {
        var small = Mount("size=64m");
        var ledger = Path.Combine(small, "konon.db");
        Assert.Equal(0, _desk.Run("add", "--ledger", ledger, "coverage/a.txt").Code);
        var before = _desk.Run("export", "--ledger", ledger).Output;
        Assert.True(Shell("mount", "-o", "remount,ro", small));
        var run = _desk.Run("add", "--ledger", ledger, "coverage/b.txt");
        Assert.Equal(3, run.Code);
        Assert.EndsWith(": the ledger may not be written", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.True(Shell("mount", "-o", "remount,rw", small));
        Assert.Equal(before, _desk.Run("export", "--ledger", ledger).Output);
    }

    [Fact]
    public void A_ledger_that_somebody_else_holds_is_waited_for()
    {
        Assert.Equal(0, _desk.Run("add", "coverage/a.txt").Code);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_desk.Folder, "konon.db")};Pooling=False");
        connection.Open();
        var transaction = connection.BeginTransaction(deferred: false);
        using var process = Program.Start(_desk.Folder, "add", "coverage/b.txt");
        process.StandardInput.Close();
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(2)));
        // Readers do not wait.
        Assert.NotEmpty(_desk.Run("export").Output);
        transaction.Dispose();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(2, _desk.Run("export").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private string Mount(string options)
    {
        var place = Directory.CreateDirectory(Path.Combine(_desk.Folder, "disk")).FullName;
        var isMounted = OperatingSystem.IsLinux() && Shell("mount", "-t", "tmpfs", "-o", options, "tmpfs", place);
        Assert.SkipUnless(isMounted, "no small disk may be mounted here");
        return _mounted = place;
    }

    private static bool Shell(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
