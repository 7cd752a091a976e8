using Konon.Fetch;
using Konon.Store;
using Konon.Views;

namespace Konon.Cli.Alerting;

/// <summary>Looks and sends beside something else that runs, until it is disposed of.</summary>
internal sealed class AlertLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Fetcher _fetcher;
    private readonly Task _running;

    private AlertLoop(LedgerStore store, bool allowPrivate, Action<string> say)
    {
        _fetcher = AlertArguments.NewFetcher(allowPrivate);
        var runner = AlertArguments.NewRunner(store, _fetcher, line => say(PlainText.OneLine(line)));
        // Not on the thread of whoever starts it: a look may take seconds.
        _running = Task.Run(() => runner.RunOnAsync(_end.Token));
    }

    /// <summary>Starts.</summary>
    /// <param name="store">The ledger; stays the caller's, and open until this is disposed of.</param>
    /// <param name="allowPrivate">Whether receivers may be on private networks and on this machine.</param>
    /// <param name="say">Told what happens, a line each; from another thread.</param>
    public static AlertLoop Start(LedgerStore store, bool allowPrivate, Action<string> say) => new(store, allowPrivate, say);

    /// <summary>Ends: what is being sent is let go of, and sent again by the next who looks.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _fetcher.Dispose();
        _end.Dispose();
    }
}
