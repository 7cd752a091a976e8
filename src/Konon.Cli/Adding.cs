using System.Diagnostics;
using Konon.Bytes;
using Konon.Intake;
using Konon.Ledger;
using Konon.Store;

namespace Konon.Cli;

/// <summary>Reads inputs and appends them to the ledger, batch by batch.</summary>
/// <remarks>
/// Reading and everything that needs no ledger is done on as many cores as there are jobs; the rows are written by the caller's thread,
/// in the order of the inputs. A batch is committed when it is full or has waited long enough, so that whoever stops a run loses little.
/// </remarks>
internal sealed class Adding(LedgerStore store, LedgerRun run, Inputs inputs, int jobs)
{
    // A commit costs some milliseconds for the disk; at 128 articles that is a hundredth of the work.
    private const int Batch = 128;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly List<PreparedEntry> _entries = [];
    private readonly List<Document> _known = [];
    private readonly Store.Forgetting.ForgottenBook _forgotten = store.Forgotten();
    private readonly Stopwatch _sinceCommit = Stopwatch.StartNew();

    /// <summary>What was new.</summary>
    public AppendCounts Counts { get; private set; }

    /// <summary>How many inputs had been read before.</summary>
    public int Known { get; private set; }

    /// <summary>Adds everything; refusals go to the report.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written; what was committed stays.</exception>
    public void Run(RunReport report)
    {
        foreach (var step in InOrder.Select(Looked(), Prepare, jobs))
        {
            switch (step)
            {
                case { Refused: { } refused }: report.Refuse(refused); break;
                case { Entry: { } entry }: _entries.Add(entry); report.Count(); break;
                case { Known: { } known }: _known.Add(known); Known++; report.Count(); break;
                default: Known++; report.Count(); break;
            }

            if (_entries.Count + _known.Count >= Batch || _sinceCommit.Elapsed > LongestWait) Commit();
        }

        Commit();
        report.HideProgress();
    }

    private void Commit()
    {
        if (_entries.Count + _known.Count > 0) Counts += store.Append(run, _entries, _known);
        _entries.Clear();
        _known.Clear();
        _sinceCommit.Restart();
    }

    // What the ledger knows already is not read again.
    private IEnumerable<(CoverageItem Item, DocumentState State)> Looked()
    {
        using var lookup = store.LookUp(run);
        foreach (var item in inputs.Items()) yield return (item, item.Document is { } document ? lookup.Of(document) : DocumentState.New);
    }

    private Step Prepare((CoverageItem Item, DocumentState State) looked)
    {
        var (item, state) = looked;
        switch (state)
        {
            case DocumentState.Known: return new Step { Known = item.Document };
            case DocumentState.SeenInThisRun: return default;
            case DocumentState.Forgotten: return new Step { Refused = new Outcome(item.Document!.Input, null, "forgotten: a person had it erased") };
        }

        var outcome = inputs.Read(item);
        if (outcome.Reading is null) return new Step { Refused = outcome };
        if (_forgotten.Has(outcome.Reading) || outcome.Documents.Any(document => _forgotten.HasDocument(document.Sha256)))
        {
            return new Step { Refused = new Outcome(outcome.Input, null, "forgotten: a person had it, or somebody who speaks in it, erased") };
        }

        store.KeepDocuments(outcome.Documents);
        return new Step { Entry = PreparedEntry.Of(new LedgerEntry(outcome.Input, outcome.Documents, outcome.Reading)) };
    }

    /// <summary>What came of one input; none of these where nothing is to be done.</summary>
    private readonly record struct Step(PreparedEntry? Entry, Document? Known, Outcome? Refused);
}
