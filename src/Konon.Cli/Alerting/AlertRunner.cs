using System.Globalization;
using Konon.Store;
using Konon.Store.Alerts;

namespace Konon.Cli.Alerting;

/// <summary>Looks at what the alerts of a ledger are about, and sends what is to be sent.</summary>
/// <remarks>Any number of these may run on one ledger, in one program or several: what one holds another passes over.</remarks>
internal sealed class AlertRunner(LedgerStore store, AlertSender sender, TimeProvider time, Action<string> say)
{
    // A receiver that does not answer must not keep the others waiting.
    private const int MostAtOnce = 8;

    // Of one alert in one round; the rest follows in the next.
    private const int MostMessages = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly AlertBook _book = new(store, time);
    private readonly AlertOutbox _outbox = new(store, time);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private string? _mark;

    /// <summary>Looks once at every alert and sends once what is due.</summary>
    public async Task<AlertCounts> RunAsync(CancellationToken cancel)
    {
        var alerts = _book.All();
        if (alerts.Count == 0) return default;
        var found = Look(alerts, cancel);
        using var gate = new SemaphoreSlim(MostAtOnce);
        var sent = await Task.WhenAll(alerts.Select(alert => SendAsync(alert, gate, cancel)));
        return new AlertCounts(found, sent.Sum(one => one.Delivered), sent.Sum(one => one.Failed));
    }

    /// <summary>Goes on until it is cancelled, which is no exception; a fault of the ledger is told and passes.</summary>
    public async Task RunOnAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await RunAsync(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (LedgerException fault)
            {
                SayOnce("alerts: " + fault.Message);
            }

            await Task.Delay(Pause, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends a message that says nothing but that it is one.</summary>
    public async Task<AlertAttempt?> TestAsync(Alert alert, CancellationToken cancel)
    {
        if (_book.Secrets.Find(alert.Id) is not { } secret) return null;
        var at = time.GetUtcNow();
        var id = Konon.Ledger.ContentId.Of("test", alert.Id, at.UtcTicks.ToString(CultureInfo.InvariantCulture));
        var attempt = await sender.SendAsync(alert.Address, secret, id, Konon.Views.AlertJson.OfTest(alert.Id, id, at), cancel);
        _outbox.Log(alert, id, "test", attempt);
        return attempt;
    }

    // Nothing is looked at where nothing came since the last time.
    private int Look(IReadOnlyList<Alert> alerts, CancellationToken cancel)
    {
        store.SettleStories();
        var mark = store.ChangeMark() + " " + string.Join(' ', alerts.Select(alert => alert.Id));
        if (mark == _mark) return 0;
        var look = new AlertLook(store, time);
        var (found, isWhole) = (0, true);
        foreach (var alert in alerts)
        {
            cancel.ThrowIfCancellationRequested();
            isWhole &= look.TryLook(alert, out var events);
            found += events;
        }

        // Where somebody else looked at the same time, perhaps before what this look saw had come, the next round looks again.
        _mark = isWhole ? mark : null;
        return found;
    }

    // One after the other, in the order of the events; where one is not taken the others wait for the next round.
    private async Task<(int Delivered, int Failed)> SendAsync(Alert alert, SemaphoreSlim gate, CancellationToken cancel)
    {
        var due = _outbox.Due(alert, MostMessages);
        if (due.Count == 0) return default;
        if (_book.Secrets.Find(alert.Id) is not { } secret)
        {
            SayOnce($"alert {alert.Id}: its secret is not beside this ledger, so that nothing is sent");
            return (0, due.Count);
        }

        await gate.WaitAsync(cancel);
        try
        {
            var delivered = 0;
            foreach (var message in due)
            {
                if (_outbox.Hold(message) is not { } held) continue;
                if (!await SendAsync(held, secret, cancel)) return (delivered, 1);
                delivered++;
            }

            return (delivered, 0);
        }
        finally
        {
            gate.Release();
        }
    }

    // What stays as it is would be said every round.
    private void SayOnce(string line)
    {
        lock (_told)
        {
            if (!_told.Add(line)) return;
        }

        say(line);
    }

    private async Task<bool> SendAsync(AlertMessage held, string secret, CancellationToken cancel)
    {
        AlertAttempt attempt;
        try
        {
            attempt = await sender.SendAsync(held.Address, secret, held.Event, held.Body, cancel);
        }
        catch (OperationCanceledException)
        {
            _outbox.Release(held);
            throw;
        }

        _outbox.Settle(held, attempt);
        say($"alert {held.Alert}: {held.Kind} {held.Event} " + (attempt.Fault is { } fault ? "not taken: " + fault : "sent"));
        return attempt.Fault is null;
    }
}

/// <summary>What a round did.</summary>
/// <param name="Found">Events that were found.</param>
/// <param name="Delivered">Messages that were taken.</param>
/// <param name="Failed">Messages that were not taken, or could not be sent.</param>
internal readonly record struct AlertCounts(int Found, int Delivered, int Failed);
