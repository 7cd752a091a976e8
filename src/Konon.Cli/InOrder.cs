using System.Collections.Concurrent;

namespace Konon.Cli;

/// <summary>Does work on several cores and hands the results out in the order of the input.</summary>
internal static class InOrder
{
    // How many results may wait for a slow one before them, for each core: enough that one long article among short
    // ones does not idle the rest, few enough that memory stays flat over any number of inputs.
    private const int Waiting = 8;

    /// <summary>Like <c>Select</c>, with up to <paramref name="jobs"/> items worked on at a time.</summary>
    /// <remarks>
    /// The source is read on the caller's thread; for each job one item more than it works on lies ready, so that none waits while the next is
    /// unpacked. What <paramref name="work"/> throws comes out in its turn. Whoever stops early waits for what was begun.
    /// </remarks>
    public static IEnumerable<TOut> Select<TIn, TOut>(IEnumerable<TIn> source, Func<TIn, TOut> work, int jobs)
    {
        if (jobs <= 1)
        {
            foreach (var item in source) yield return work(item);
            yield break;
        }

        using var ready = new BlockingCollection<Job<TIn, TOut>>(jobs);
        var workers = Enumerable.Range(0, jobs).Select(_ => Task.Factory.StartNew(
            () => Work(ready, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var waiting = new Queue<Task<TOut>>();
        try
        {
            foreach (var item in source)
            {
                var job = new Job<TIn, TOut>(item);
                waiting.Enqueue(job.Result.Task);
                ready.Add(job);
                while (waiting.Count >= jobs * Waiting || (waiting.Count > 0 && waiting.Peek().IsCompleted))
                {
                    yield return waiting.Dequeue().GetAwaiter().GetResult();
                }
            }

            ready.CompleteAdding();
            while (waiting.Count > 0) yield return waiting.Dequeue().GetAwaiter().GetResult();
        }
        finally
        {
            ready.CompleteAdding();
            while (ready.TryTake(out _))
            {
                // Not begun, and nobody wants it any more.
            }

            Task.WaitAll(workers);
        }
    }

    private static void Work<TIn, TOut>(BlockingCollection<Job<TIn, TOut>> ready, Func<TIn, TOut> work)
    {
        foreach (var job in ready.GetConsumingEnumerable())
        {
            try
            {
                job.Result.SetResult(work(job.Item));
            }
#pragma warning disable CA1031 // It comes out where the result is asked for.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                job.Result.SetException(fault);
            }
        }
    }

    private sealed record Job<TIn, TOut>(TIn Item)
    {
        public TaskCompletionSource<TOut> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
