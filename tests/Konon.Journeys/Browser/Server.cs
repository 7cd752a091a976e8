using System.Diagnostics;
using Xunit;

namespace Konon.Journeys.Browser;

/// <summary><c>konon serve</c> as a process of its own, on a free port of this machine.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly DirectoryInfo _temporary;

    private Server(Process process, DirectoryInfo temporary, Uri address)
    {
        _process = process;
        _temporary = temporary;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">What the program is told beside the address.</param>
    public static async Task<Server> Start(string folder, params string[] arguments)
    {
        // It is killed in the end, so that it cannot tidy up itself: what it leaves lies in a folder that goes.
        var temporary = Directory.CreateTempSubdirectory("konon-served-");
        var process = Program.Start(folder, [new("TMPDIR", temporary.FullName)], [.. arguments, "--urls", "http://127.0.0.1:0"]);
        process.StandardInput.Close();
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            var address = await Told(process).WaitAsync(Patience);
            _ = process.StandardError.ReadToEndAsync();
            return new Server(process, temporary, address);
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _temporary.Delete(recursive: true);
    }

    private static async Task<Uri> Told(Process process)
    {
        const string At = " at http://";
        var all = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            all.Add(line);
            var at = line.LastIndexOf(At, StringComparison.Ordinal);
            if (at >= 0) return new Uri(line[(at + 4)..]);
        }

        Assert.Fail("the server ended: " + string.Join('\n', all));
        return null!;
    }
}
