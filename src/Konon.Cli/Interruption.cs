using System.Runtime.InteropServices;

namespace Konon.Cli;

/// <summary>What becomes of Ctrl-C and of being told to end.</summary>
/// <remarks>
/// Most commands just end: what they print is of no use in half, and what they keep is kept by then. One that never ends by itself
/// takes the first request as its end and comes to it in good order; the second ends it at once.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    private static Interruption? s_taken;

    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration _termination;

    private Interruption()
    {
        s_taken = this;
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = TryEnd());
    }

    /// <summary>Cancelled by the first request.</summary>
    public CancellationToken Token => _asked.Token;

    /// <summary>From now on a request is the command's own affair.</summary>
    public static Interruption Take() => new();

    /// <summary>Ctrl-C.</summary>
    public static void OnKey(object? sender, ConsoleCancelEventArgs key)
    {
        if (s_taken is { } taken && taken.TryEnd()) key.Cancel = true;
        else Environment.Exit(ExitCode.Interrupted);
    }

    public void Dispose()
    {
        s_taken = null;
        _termination.Dispose();
        _asked.Dispose();
    }

    private bool TryEnd()
    {
        if (_asked.IsCancellationRequested) return false;
        _asked.Cancel();
        return true;
    }
}
