using Konon.Store;
using Konon.Web.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Konon.Web.Telling;

/// <summary>Groups what comes while the server runs; other processes may add to the ledger meanwhile.</summary>
internal sealed partial class StorySettler(LedgerMeter meter, TimeProvider time, ILogger<StorySettler> log) : BackgroundService
{
    // Settling looks at one row where nothing came.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Settle();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends, which is no fault to write down.
        }
    }

    private void Settle()
    {
        try
        {
            meter.Settle();
        }
        catch (LedgerException fault)
        {
            // Another process may hold the ledger for long; the pages show what was settled before.
            NotSettled(log, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "stories not settled: {Reason}")]
    private static partial void NotSettled(ILogger logger, string reason);
}
