using System.Diagnostics;
using System.Diagnostics.Metrics;
using Konon.Store;

namespace Konon.Web.Metrics;

/// <summary>What can be measured of a ledger that is served: how much it holds, and how long its stories take to settle.</summary>
internal sealed class LedgerMeter : IDisposable
{
    /// <summary>The name under which the instruments are found.</summary>
    public const string Name = "Konon";

    private readonly LedgerStore _store;
    private readonly Meter _meter;
    private readonly Histogram<double> _settling;
    private readonly Lock _lock = new();
    private (string Mark, LedgerSize Counts)? _last;

    public LedgerMeter(LedgerStore store, IMeterFactory meters)
    {
        _store = store;
        _meter = meters.Create(Name);
        _settling = _meter.CreateHistogram<double>("konon.stories.settling.duration", "s",
            "How long it took to group what came into stories.");
        Gauge("konon.ledger.articles", "{article}", "Articles in the ledger.", counts => counts.Articles);
        Gauge("konon.ledger.claims", "{claim}", "Claims that articles make now.", counts => counts.Claims);
        Gauge("konon.ledger.stories", "{story}", "Stories, as they were settled last.", counts => counts.Stories);
    }

    /// <summary>Groups what came, and measures it.</summary>
    public void Settle()
    {
        var start = Stopwatch.GetTimestamp();
        _store.TrySettleStories();
        _settling.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();

    private void Gauge(string name, string unit, string description, Func<LedgerSize, long> of) =>
        _meter.CreateObservableGauge(name, () => Counts() is { } counts ? [new Measurement<long>(of(counts))]
            : Array.Empty<Measurement<long>>(), unit, description);

    // Counted once for all gauges, and again only where something came.
    private LedgerSize? Counts()
    {
        try
        {
            lock (_lock)
            {
                var mark = _store.ChangeMark();
                if (_last?.Mark != mark) _last = (mark, _store.Size());
                return _last?.Counts;
            }
        }
        catch (LedgerException)
        {
            // Nothing is measured while the ledger cannot be read; /health says that it cannot.
            return null;
        }
    }
}
