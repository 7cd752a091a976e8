using Konon.Store;

namespace Konon.Web.Http;

/// <summary>Answers of the ledger that pages show again and again, each as long as the ledger stays as it was.</summary>
/// <remarks>
/// What took long to find is shown for a while longer, so that counting over a large ledger to which something is added all the time takes a
/// small part of the machine, whoever asks.
/// </remarks>
internal sealed class AnswerCache(LedgerStore store, TimeProvider time)
{
    private const int MostKept = 2000;

    // An answer that took two seconds is at most forty seconds old.
    private const int TimesAsLong = 20;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The answer under a key; asked for where it is not known.</summary>
    /// <param name="key">What is asked; every kind of answer has a prefix of its own.</param>
    /// <param name="ask">Asks the ledger.</param>
    public T Of<T>(string key, Func<LedgerStore, T> ask)
    {
        var mark = store.ChangeMark();
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var known) && (known.Mark == mark || time.GetTimestamp() < known.Until)) return (T)known.Answer!;
        }

        var start = time.GetTimestamp();
        var answer = ask(store);
        var took = time.GetElapsedTime(start);
        var until = time.GetTimestamp() + (took < Long ? 0 : (long)(took.TotalSeconds * TimesAsLong * time.TimestampFrequency));
        lock (_lock)
        {
            if (_kept.Count >= MostKept) _kept.Clear();
            _kept[key] = new Kept(answer, mark, until);
        }

        return answer;
    }

    private sealed record Kept(object? Answer, string Mark, long Until);
}
