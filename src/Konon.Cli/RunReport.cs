using System.Diagnostics;
using Konon.Views;

namespace Konon.Cli;

/// <summary>Counts a run's inputs, says each refusal on standard error, and shows on a terminal how far the run is.</summary>
internal sealed class RunReport(Terminal terminal)
{
    // Redrawing more often than a person sees costs time; a short run shows nothing at all.
    private const int LineWidth = 70;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch _sinceShown = Stopwatch.StartNew();
    private bool _shown;

    /// <summary>How many inputs were read.</summary>
    public int Read { get; private set; }

    /// <summary>The inputs that were refused, in order.</summary>
    public List<BriefRefusal> Refused { get; } = [];

    /// <summary>What the program returns for this run.</summary>
    public int Code => ExitCode.Of(Read, Refused.Count);

    /// <summary>Passes the readings on and takes note of the rest.</summary>
    public IEnumerable<Konon.Claims.Reading> Readings(IEnumerable<Outcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Reading is null) Refuse(outcome);
            else Read++;
            ShowProgress();
            if (outcome.Reading is not null) yield return outcome.Reading;
        }

        HideProgress();
    }

    /// <summary>Takes note of a refusal and says it.</summary>
    public void Refuse(Outcome outcome)
    {
        HideProgress();
        Refused.Add(new BriefRefusal(outcome.Input, outcome.Refusal ?? "unknown"));
        terminal.Error.WriteLine($"konon: {PlainText.OneLine(outcome.Input)}: {PlainText.OneLine(outcome.Refusal ?? "unknown")}");
    }

    /// <summary>Takes note of an input that was read.</summary>
    public void Count()
    {
        Read++;
        ShowProgress();
    }

    /// <summary>Says on a terminal that an address is waited for.</summary>
    public void WaitFor(string address) => Show($"{Read + Refused.Count} read, waiting for {PlainText.OneLine(address)}", redraw: true);

    private void ShowProgress() => Show($"{Read + Refused.Count} read", redraw: _sinceShown.Elapsed >= Every);

    private void Show(string words, bool redraw)
    {
        // Where the output is the same terminal, progress would stand between its lines.
        if (!redraw || !terminal.ErrorIsTerminal || (terminal.OutputIsTerminal && !ProgressWithOutput)) return;
        HideProgress();
        terminal.Error.Write("\rkonon: " + (words.Length < LineWidth ? words : words[..LineWidth]));
        _sinceShown.Restart();
        _shown = true;
    }

    /// <summary>Takes the progress off the terminal.</summary>
    public void HideProgress()
    {
        if (_shown) terminal.Error.Write("\r\u001b[K");
        _shown = false;
    }

    /// <summary>Whether the command prints only when all is read, so that progress disturbs nothing.</summary>
    public bool ProgressWithOutput { get; init; }
}
