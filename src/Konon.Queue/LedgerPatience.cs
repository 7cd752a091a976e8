using System.Data.Common;
using System.Net.Sockets;
using Konon.Store;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Konon.Queue;

/// <summary>Does work on the ledger again and again while the ledger is away.</summary>
internal sealed class LedgerPatience(ILogger log, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>Does it until it is done.</summary>
    /// <param name="work">The work; doing it twice must do no harm.</param>
    /// <param name="failed">Told of each time that it was not done; null where nobody counts.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<T> DoAsync<T>(Func<T> work, Action? failed, CancellationToken cancel)
    {
        var again = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && IsTransient(fault)),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                UseJitter = true,
                OnRetry = arguments =>
                {
                    failed?.Invoke();
                    log.LedgerUnreachable(arguments.Outcome.Exception!.Message.ReplaceLineEndings(" "));
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        return await again.ExecuteAsync(_ => ValueTask.FromResult(work()), cancel);
    }

    /// <summary>Whether waiting may help: nobody answers, somebody else writes, the disk is full until a person makes room.</summary>
    public static bool IsTransient(Exception fault) => fault switch
    {
        LedgerException { InnerException: DbException { SqlState: { } state } } => IsTransient(state),
        LedgerException ledger => ledger.Fault is LedgerFault.Busy or LedgerFault.Unreachable or LedgerFault.Full or LedgerFault.ReadOnly,
        DbException { SqlState: { } state } => IsTransient(state),
        DbException database => database.IsTransient,
        IOException or TimeoutException or SocketException => true,
        _ => false,
    };

    // Classes of the SQL standard and PostgreSQL: wrong data, a broken constraint, a limit of the program. What fails so fails again;
    // whatever else, a missing right or table among it, a person can mend while the documents wait.
    private static bool IsTransient(string state) => !(state.StartsWith("22", StringComparison.Ordinal)
        || state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("54", StringComparison.Ordinal));
}
