namespace Konon.Cli;

/// <summary>Does work on several cores and hands the results out in the order of the input.</summary>
internal static class InOrder
{
    // How many results may wait for a slow one before them, for each core: enough that one long article among short
    // ones does not idle the rest, few enough that memory stays flat over any number of inputs.
    private const int Waiting = 8;

    /// <summary>Like <c>Select</c>, with up to <paramref name="jobs"/> items worked on at a time.</summary>
    /// <remarks>The source is read on the caller's thread. What <paramref name="work"/> throws comes out in its turn.</remarks>
    public static IEnumerable<TOut> Select<TIn, TOut>(IEnumerable<TIn> source, Func<TIn, TOut> work, int jobs)
    {
        if (jobs <= 1)
        {
            foreach (var item in source) yield return work(item);
            yield break;
        }

        using var free = new SemaphoreSlim(jobs);
        var waiting = new Queue<Task<TOut>>();
        foreach (var item in source)
        {
            free.Wait();
            waiting.Enqueue(Task.Run(() =>
            {
                try
                {
                    return work(item);
                }
                finally
                {
                    free.Release();
                }
            }));
            while (waiting.Count >= jobs * Waiting || (waiting.Count > 0 && waiting.Peek().IsCompleted))
            {
                yield return waiting.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (waiting.Count > 0) yield return waiting.Dequeue().GetAwaiter().GetResult();
    }
}
