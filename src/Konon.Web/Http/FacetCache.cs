using Konon.Ledger.Listing;
using Konon.Store;

namespace Konon.Web.Http;

/// <summary>Counts by field that pages show again and again, each as long as the ledger stays as it was.</summary>
internal sealed class FacetCache(LedgerStore store)
{
    private const int MostKept = 2000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Facets> _kept = new(StringComparer.Ordinal);
    private string _mark = "";

    /// <summary>The counts under a key; counted where they are not known.</summary>
    public Facets Of(string key, Func<LedgerStore, Facets> count)
    {
        var mark = store.ChangeMark();
        lock (_lock)
        {
            if (_mark != mark || _kept.Count >= MostKept) _kept.Clear();
            _mark = mark;
            if (_kept.TryGetValue(key, out var known)) return known;
        }

        var counted = count(store);
        lock (_lock)
        {
            if (_mark == mark) _kept[key] = counted;
        }

        return counted;
    }
}
