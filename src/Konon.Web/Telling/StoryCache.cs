using Konon.Ledger.Listing;
using Konon.Store;

namespace Konon.Web.Telling;

/// <summary>Stories that were shown last, each as long as the ledger stays as it was.</summary>
/// <remarks>Building a story of a thousand reports takes about a second; two who ask at one time wait for one building.</remarks>
internal sealed class StoryCache(LedgerStore store, OriginsBook? origins = null)
{
    // Of all stories kept together: a thousand reports hold some ten megabytes of text.
    private const long MostReports = 20_000;

    private const long LongStory = 200;

    private readonly Lock _lock = new();
    private readonly Lock _long = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>The view of a story.</summary>
    /// <param name="row">What the ledger says of it now.</param>
    public StoryView Of(StoryRow row)
    {
        var mark = store.ChangeMark();
        Kept? kept;
        lock (_lock)
        {
            if (!_kept.TryGetValue(row.Id, out kept) || kept.Mark != mark)
            {
                _kept[row.Id] = kept = new Kept(mark, row.Articles, new Lazy<StoryView>(() => Build(row)));
                MakeRoom(kept);
            }

            kept.Used = ++_uses;
        }

        try
        {
            return kept.View.Value;
        }
        catch
        {
            // A fault is told to who asked; the next one tries again.
            lock (_lock)
            {
                if (_kept.TryGetValue(row.Id, out var now) && now == kept) _kept.Remove(row.Id);
            }

            throw;
        }
    }

    // The one that was just asked for stays, however long.
    private void MakeRoom(Kept asked)
    {
        var reports = _kept.Values.Sum(kept => kept.Reports);
        foreach (var (id, kept) in _kept.OrderBy(pair => pair.Value.Used).TakeWhile(_ => reports > MostReports).ToList())
        {
            if (kept == asked) continue;
            _kept.Remove(id);
            reports -= kept.Reports;
        }
    }

    // Long stories one after the other, or a few who open them would take the machine from all who read something else.
    private StoryView Build(StoryRow row)
    {
        var view = row.Articles < LongStory ? StoryTeller.Tell(store, row) : TellLong(row);
        origins?.Note(row, view.Story.Lineage.Origins);
        return view;
    }

    private StoryView TellLong(StoryRow row)
    {
        lock (_long) return StoryTeller.Tell(store, row);
    }

    private sealed class Kept(string mark, long reports, Lazy<StoryView> view)
    {
        public long Reports { get; } = Math.Min(reports, StoryTeller.MostReports);

        public string Mark { get; } = mark;

        public Lazy<StoryView> View { get; } = view;

        public long Used { get; set; }
    }
}
