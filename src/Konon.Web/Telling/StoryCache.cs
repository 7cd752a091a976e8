using Konon.Ledger.Listing;
using Konon.Store;

namespace Konon.Web.Telling;

/// <summary>Stories that were shown last, each as long as the ledger stays as it was.</summary>
/// <remarks>Building a story of a thousand reports takes about a second; two who ask at one time wait for one building.</remarks>
internal sealed class StoryCache(LedgerStore store, OriginsBook? origins = null)
{
    // A story of a thousand reports holds some ten megabytes of text.
    private const int MostKept = 32;

    private readonly Lock _lock = new();
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
                if (!_kept.ContainsKey(row.Id) && _kept.Count >= MostKept) _kept.Remove(_kept.MinBy(pair => pair.Value.Used).Key);
                _kept[row.Id] = kept = new Kept(mark, new Lazy<StoryView>(() => Build(row), LazyThreadSafetyMode.PublicationOnly));
            }

            kept.Used = ++_uses;
        }

        return kept.View.Value;
    }

    private StoryView Build(StoryRow row)
    {
        var view = StoryTeller.Tell(store, row);
        origins?.Note(row, view.Story.Lineage.Origins);
        return view;
    }

    private sealed class Kept(string mark, Lazy<StoryView> view)
    {
        public string Mark { get; } = mark;

        public Lazy<StoryView> View { get; } = view;

        public long Used { get; set; }
    }
}
