using Konon.Ledger.Listing;
using Konon.Store;

namespace Konon.Web.Telling;

/// <summary>What lists of stories show beside the rows, each as long as the ledger stays as it was.</summary>
internal sealed class DigestCache(LedgerStore store)
{
    private const int MostKept = 5000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoryDigest> _kept = new(StringComparer.Ordinal);
    private string _mark = "";

    /// <summary>The digests of some stories, by id; one question to the ledger for all that are not known yet.</summary>
    public IReadOnlyDictionary<string, StoryDigest> Of(IReadOnlyList<StoryRow> rows)
    {
        var mark = store.ChangeMark();
        List<string> missing;
        lock (_lock)
        {
            if (_mark != mark || _kept.Count > MostKept) _kept.Clear();
            _mark = mark;
            missing = [.. rows.Select(row => row.Id).Where(id => !_kept.ContainsKey(id))];
        }

        var found = missing.Count == 0 ? [] : store.StoryDigests(missing);
        lock (_lock)
        {
            foreach (var digest in found) _kept[digest.Id] = digest;
            return rows.Select(row => _kept.GetValueOrDefault(row.Id)).OfType<StoryDigest>()
                .ToDictionary(digest => digest.Id, StringComparer.Ordinal);
        }
    }
}
