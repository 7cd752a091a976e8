namespace Konon.Stories;

/// <summary>Finds which items share marks (words, shingles), without comparing every item with every other.</summary>
/// <remarks>
/// A mark that more than <paramref name="cap"/> items bear tells nothing and is passed over, so the work per item is
/// bounded by its marks times the cap. A cap near 100 keeps the cost per article constant on news and loses no copy.
/// </remarks>
internal sealed class Postings<TMark>(int cap) where TMark : notnull
{
    private readonly Dictionary<TMark, List<int>> _items = [];

    /// <summary>Says that <paramref name="item"/> bears <paramref name="marks"/>, each once; items come in rising order.</summary>
    public void Add(int item, IEnumerable<TMark> marks)
    {
        foreach (var mark in marks)
        {
            if (!_items.TryGetValue(mark, out var items)) _items.Add(mark, items = []);
            if (items.Count <= cap) items.Add(item);
        }
    }

    /// <summary>How many of <paramref name="marks"/> each other item bears.</summary>
    public Dictionary<int, int> Shared(IEnumerable<TMark> marks)
    {
        var shared = new Dictionary<int, int>();
        foreach (var mark in marks)
        {
            if (!_items.TryGetValue(mark, out var items) || items.Count > cap) continue;
            foreach (var item in items) shared[item] = shared.GetValueOrDefault(item) + 1;
        }

        return shared;
    }
}
