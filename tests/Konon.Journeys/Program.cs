using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace Konon.Journeys;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Run(int Code, string Output, string Error, byte[] Bytes)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built program as a user does: as a process of its own.</summary>
internal static class Program
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A shell starts what runs in its background so, and what these tests start would inherit it: an interruption would never come.
    private static readonly bool IsInterruptionIgnored = AsksWhetherInterruptionIsIgnored();

    public static Run Run(string folder, params IEnumerable<string> arguments) => Pipe(folder, input: null, arguments);

    public static Run Pipe(string folder, string? input, params IEnumerable<string> arguments)
    {
        using var process = Start(folder, arguments);
        // All three streams at once, or a full pipe would hold the program up.
        var output = ReadAll(process.StandardOutput.BaseStream);
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(Patience), "the program did not end");
        var bytes = output.GetAwaiter().GetResult();
        var words = error.GetAwaiter().GetResult();
        Assert.DoesNotContain("\n   at ", words, StringComparison.Ordinal);
        return new Run(process.ExitCode, Encoding.UTF8.GetString(bytes), words, bytes);
    }

    public static Process Start(string folder, params IEnumerable<string> arguments) => Start(folder, [], arguments);

    public static Process Start(string folder, IEnumerable<KeyValuePair<string, string>> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(IsInterruptionIgnored ? "env" : Dotnet())
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var part in IsInterruptionIgnored ? (string[])["--default-signal=INT", Dotnet()] : []) start.ArgumentList.Add(part);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "konon.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // The machine's own settings must not show in what is compared.
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS"]) start.Environment.Remove(name);
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool AsksWhetherInterruptionIsIgnored()
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        const ulong Interruption = 1UL << 1; // SIGINT is 2
        if (!File.Exists(Status)) return false;
        var line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal));
        return line is not null && (ulong.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interruption) != 0;
    }

    private static async Task<byte[]> ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    // shared/Microsoft.NETCore.App/10.0.x/ lies three folders below the host that runs this test.
    private static string Dotnet()
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return OperatingSystem.IsWindows() ? host + ".exe" : host;
    }
}
