using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Konon.Journeys.Queue;

/// <summary>A running command of the program, whose words are kept.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _words = new();

    public WorkerProcess(string folder, params IEnumerable<string> arguments)
    {
        _process = Program.Start(folder, arguments);
        _process.StandardInput.Close();
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    public IReadOnlyCollection<string> Words => _words;

    public void Kill()
    {
        if (!IsRunning) return;
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as systemd does; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using (var kill = Process.Start("kill",
            ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        Assert.DoesNotContain(Words, line => line.StartsWith("   at ", StringComparison.Ordinal));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) _words.Enqueue(line);
    }
}
