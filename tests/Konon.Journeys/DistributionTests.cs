using System.Diagnostics;
using Xunit;

namespace Konon.Journeys;

/// <summary>What a user without an SDK gets.</summary>
public sealed class DistributionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_single_file_prints_the_brief_that_the_built_program_prints()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the file for Linux runs on Linux");
        var folder = Directory.CreateTempSubdirectory("konon-dist-");
        try
        {
            var (code, words) = await Run(
                "dotnet", "build", "build/dist.proj", "-p:Systems=linux-x64", "-p:Tool=false", $"-p:Destination={folder.FullName}");
            Assert.True(code == 0, words);
            var file = Path.Combine(folder.FullName, "linux-x64", "konon");
            Assert.Equal(["konon"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!).Select(Path.GetFileName));
            var (failed, brief) = await Run(file, "brief", "samples/feri-selat-lorang");
            Assert.Equal(0, failed);
            Assert.Equal(Program.Run(ReadmeTests.Root, "brief", "samples/feri-selat-lorang").Output, brief);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Words)> Run(string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file) { WorkingDirectory = ReadmeTests.Root, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // What the test run set up for itself is not what a user has.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment["LANG"] = "C.UTF-8";
        // Servers that a build leaves behind for the next one would hold its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        waiting.CancelAfter(Patience);
        var words = await process.StandardOutput.ReadToEndAsync(waiting.Token);
        await process.WaitForExitAsync(waiting.Token);
        return (process.ExitCode, words);
    }
}
