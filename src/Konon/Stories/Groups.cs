namespace Konon.Stories;

/// <summary>Items that belong together, told in pairs (union and find, with path halving).</summary>
internal sealed class Groups(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; } = count;

    /// <summary>The group's smallest item.</summary>
    public int Of(int item)
    {
        while (_parent[item] != item) item = _parent[item] = _parent[_parent[item]];
        return item;
    }

    /// <summary>Puts two items into one group; false when they were already.</summary>
    public bool Join(int one, int other)
    {
        var (a, b) = (Of(one), Of(other));
        if (a == b) return false;
        _parent[Math.Max(a, b)] = Math.Min(a, b);
        Count--;
        return true;
    }
}
