using Polly;
using Polly.Retry;

namespace Konon.Store.Postgres;

/// <summary>When work is done again.</summary>
internal static class Persistence
{
    // Two that stood in each other's way meet again at most so often.
    private const int MostGivenUp = 8;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>For work as a whole: after a deadlock at once, and where the server is away until patience ends.</summary>
    public static ResiliencePipeline Of(TimeSpan patience, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (patience > TimeSpan.Zero) builder.AddRetry(Waiting(patience, time));
        return builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(PostgresFaults.IsGivenUp),
            MaxRetryAttempts = MostGivenUp,
            Delay = Short,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
    }

    /// <summary>For opening a connection alone, also within work that is not to be begun again.</summary>
    public static ResiliencePipeline OfOpening(TimeSpan patience, TimeProvider time) => patience > TimeSpan.Zero
        ? new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(Waiting(patience, time)).Build()
        : ResiliencePipeline.Empty;

    // The time is counted from the first failure of each piece of work.
    private static RetryStrategyOptions Waiting(TimeSpan patience, TimeProvider time)
    {
        var begun = new ResiliencePropertyKey<long>("begun");
        return new RetryStrategyOptions
        {
            ShouldHandle = arguments =>
            {
                if (arguments.Outcome.Exception is not { } fault || !PostgresFaults.IsAway(fault)) return ValueTask.FromResult(false);
                if (arguments.AttemptNumber == 0) arguments.Context.Properties.Set(begun, time.GetTimestamp());
                var since = arguments.Context.Properties.GetValue(begun, 0);
                return ValueTask.FromResult(time.GetElapsedTime(since) < patience);
            },
            MaxRetryAttempts = int.MaxValue,
            Delay = Pause,
            MaxDelay = LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        };
    }
}
