using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Konon.Queue;

/// <summary>What a worker has done since it began, as numbers for its report and as metrics for whoever listens.</summary>
/// <remarks>Thread-safe. The meter is <c>Konon.Queue</c>; docs/queue.md lists its instruments.</remarks>
internal sealed class WorkCounts : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Konon.Queue";

    private static readonly Stage[] Stages = Enum.GetValues<Stage>();
    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _documents;
    private readonly Counter<long> _errors;
    private readonly Histogram<double> _seconds;
    private readonly Tally[] _tallies;
    private readonly TimeProvider _time;

    /// <summary>Counts from nought.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="inHand">How many messages are in hand.</param>
    public WorkCounts(TimeProvider time, Func<int> inHand)
    {
        _time = time;
        _tallies = [.. Stages.Select(_ => new Tally(time))];
        _documents = _meter.CreateCounter<long>("konon.queue.documents", "{document}",
            "Documents that left the queue, by what became of them.");
        _errors = _meter.CreateCounter<long>("konon.queue.errors", "{error}", "Faults by stage; what was done again counts each time.");
        _seconds = _meter.CreateHistogram<double>("konon.queue.duration", "s", "How long a stage took.");
        _meter.CreateObservableGauge("konon.queue.in_hand", inHand, "{document}", "Messages that this worker holds.");
    }

    /// <summary>Takes note of what became of a document: kept, known, refused, dead, forgotten.</summary>
    public void Leave(string became) => _documents.Add(1, new KeyValuePair<string, object?>("became", became));

    /// <summary>Takes note of work that was done.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="started">When it began, as <see cref="TimeProvider.GetTimestamp"/> gave it.</param>
    /// <param name="count">How many documents.</param>
    public void Done(Stage stage, long started, int count = 1)
    {
        var took = _time.GetElapsedTime(started);
        _tallies[(int)stage].Add(count, took);
        _seconds.Record(took.TotalSeconds, Tag(stage));
    }

    /// <summary>Takes note of a fault.</summary>
    public void Fail(Stage stage)
    {
        _tallies[(int)stage].Fail();
        _errors.Add(1, Tag(stage));
    }

    /// <summary>What was done so far.</summary>
    public IReadOnlyList<StageReport> Report() => [.. Stages.Select(stage => _tallies[(int)stage].Report(NameOf(stage)))];

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static string NameOf(Stage stage) => stage switch { Stage.Read => "read", Stage.Keep => "keep", _ => "settle" };

    private static TagList Tag(Stage stage) => new() { { "stage", NameOf(stage) } };

    // A ring of seconds, so that a rate is that of the last minute.
    private sealed class Tally(TimeProvider time)
    {
        private const int Ring = 60;
        private readonly Lock _lock = new();
        private readonly long[] _counts = new long[Ring];
        private readonly long[] _seconds = new long[Ring];
        private readonly long _begun = time.GetUtcNow().ToUnixTimeSeconds();
        private long _done;
        private long _errors;
        private TimeSpan _spent;

        public void Add(int count, TimeSpan took)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            lock (_lock)
            {
                _done += count;
                _spent += took;
                var at = (int)(now % Ring);
                if (_seconds[at] != now) (_seconds[at], _counts[at]) = (now, 0);
                _counts[at] += count;
            }
        }

        public void Fail() => Interlocked.Increment(ref _errors);

        public StageReport Report(string name)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            lock (_lock)
            {
                var recent = 0L;
                for (var i = 0; i < Ring; i++)
                {
                    if (now - _seconds[i] < Ring) recent += _counts[i];
                }

                return new StageReport(name, _done, Interlocked.Read(ref _errors), recent / (double)Math.Clamp(now - _begun, 1, Ring),
                    _spent.TotalSeconds);
            }
        }
    }
}
