using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Konon.Journeys;

/// <summary>Runs the program and ends it as a power cut or the kernel would: without a word, in the middle of things.</summary>
internal static class Killing
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it until it ends or the time is up; whether it was killed.</summary>
    public static bool After(TimeSpan time, string folder, params IEnumerable<string> arguments)
    {
        using var process = Program.Start(folder, arguments);
        var gone = Drain(process);
        if (process.WaitForExit(time))
        {
            gone();
            Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"ended with {process.ExitCode}"));
            return false;
        }

        process.Kill();
        process.WaitForExit();
        gone();
        return true;
    }

    /// <summary>Runs it with the order to kill itself at the n-th time that it comes to a point; whether it came there.</summary>
    public static bool At(string point, int times, string folder, params IEnumerable<string> arguments)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{point}:{times}");
        using var process = Program.Start(folder, [new("KONON_TEST_CRASH_AT", at)], arguments);
        var gone = Drain(process);
        Assert.True(process.WaitForExit(Patience), "the program did not end");
        gone();
        if (process.ExitCode == 0) return false;
        Assert.Equal(OperatingSystem.IsWindows() ? -1 : 137, process.ExitCode);
        return true;
    }

    // Full pipes would hold the program up; what it says is told only by whoever asks.
    private static Action Drain(Process process)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        return () => Task.WaitAll(output, error);
    }
}
