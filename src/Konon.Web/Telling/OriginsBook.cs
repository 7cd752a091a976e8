using Konon.Ledger.Listing;
using Konon.Stories.Lineage;

namespace Konon.Web.Telling;

/// <summary>From how many origins the stories come that were told before, for lists, which tell none.</summary>
/// <remarks>An entry holds as long as the story has the same articles, claims and days.</remarks>
internal sealed class OriginsBook
{
    // An entry is some hundred bytes.
    private const int MostKept = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Articles, long Claims, string? To, OriginCount Origins)> _known = new(StringComparer.Ordinal);

    /// <summary>What is known of a story; null where it was not told as it stands now. A single report is one origin.</summary>
    public OriginCount? Find(StoryRow row)
    {
        if (row.Articles == 1) return new OriginCount(1, 1, 1);
        lock (_lock)
        {
            return _known.TryGetValue(row.Id, out var known)
                && (known.Articles, known.Claims, known.To) == (row.Articles, row.Claims, row.To)
                ? known.Origins
                : null;
        }
    }

    /// <summary>Keeps the count of a story that was told.</summary>
    public void Note(StoryRow row, OriginCount origins)
    {
        lock (_lock)
        {
            if (_known.Count >= MostKept) _known.Clear();
            _known[row.Id] = (row.Articles, row.Claims, row.To, origins);
        }
    }
}
