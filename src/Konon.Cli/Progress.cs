using System.Diagnostics;
using System.Globalization;

namespace Konon.Cli;

/// <summary>Shows on a terminal how far long work is; says nothing where standard error is no terminal. Thread-safe.</summary>
internal sealed class Progress(Terminal terminal)
{
    // Redrawing more often than a person sees costs time; a short run shows nothing at all.
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private bool _shown;

    /// <summary>Shows a count, now and then.</summary>
    public void Show(long count, string what)
    {
        if (!terminal.ErrorIsTerminal || terminal.OutputIsTerminal || _sinceShown.Elapsed < Every) return;
        lock (_lock)
        {
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[Kkonon: {count} {what}"));
            _sinceShown.Restart();
            _shown = true;
        }
    }

    /// <summary>Takes it off the terminal.</summary>
    public void Hide()
    {
        lock (_lock)
        {
            if (_shown) terminal.Error.Write("\r\u001b[K");
            _shown = false;
        }
    }
}
