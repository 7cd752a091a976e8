namespace Konon.Stories.Lineage;

/// <summary>Which reports come from one origin, counted strictly, likely and generously.</summary>
internal sealed class OriginGroups
{
    private readonly Groups _certain;
    private readonly Groups _likely;
    private readonly Groups _possible;
    private readonly IReadOnlyList<string> _families;

    /// <summary>Starts with every node by itself.</summary>
    /// <param name="families">Each node's family.</param>
    public OriginGroups(IReadOnlyList<string> families)
    {
        _families = families;
        _certain = new Groups(families.Count);
        _likely = new Groups(families.Count);
        _possible = new Groups(families.Count);
    }

    /// <summary>Says that two nodes have one origin: certainly, likely, or possibly.</summary>
    public void Join(int one, int other, bool certain, bool likely)
    {
        _possible.Join(one, other);
        if (likely) _likely.Join(one, other);
        if (certain) _certain.Join(one, other);
    }

    /// <summary>The likely group of a node, by its smallest member.</summary>
    public int Of(int node) => _likely.Of(node);

    /// <summary>What one family wrote at the root of several groups counts once.</summary>
    /// <param name="roots">The nodes that had their text from nobody here.</param>
    public void JoinFamilies(IEnumerable<int> roots)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            if (first.TryAdd(_families[root], root)) continue;
            Join(first[_families[root]], root, certain: false, likely: true);
        }
    }

    /// <summary>The origins of some of the nodes.</summary>
    public OriginCount Count(IReadOnlyCollection<int> nodes)
    {
        if (nodes.Count == 0) return default;
        var min = nodes.Select(_possible.Of).Distinct().Count();
        var max = Math.Max(min, AtMost(nodes));
        return new OriginCount(min, Math.Clamp(nodes.Select(_likely.Of).Distinct().Count(), min, max), max);
    }

    /// <summary>The most groups that can each have a family of their own.</summary>
    /// <remarks>A maximum matching of families and groups, found by augmenting paths (Kuhn), each searched in breadth.</remarks>
    private int AtMost(IReadOnlyCollection<int> nodes)
    {
        var groups = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!groups.TryGetValue(_families[node], out var own)) groups.Add(_families[node], own = []);
            own.Add(_certain.Of(node));
        }

        var owner = new Dictionary<int, string>();
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        return groups.Keys.Count(family => Augment(family, groups, owner, held));
    }

    private static bool Augment(
        string family, SortedDictionary<string, SortedSet<int>> groups, Dictionary<int, string> owner, Dictionary<string, int> held)
    {
        var asked = new Dictionary<int, string>();
        var queue = new Queue<string>([family]);
        while (queue.TryDequeue(out var asking))
        {
            foreach (var group in groups[asking])
            {
                if (!asked.TryAdd(group, asking)) continue;
                if (owner.TryGetValue(group, out var holder))
                {
                    queue.Enqueue(holder);
                    continue;
                }

                HandOver(group, asked, owner, held);
                return true;
            }
        }

        return false;
    }

    // Each on the path gives up its group for the next one.
    private static void HandOver(
        int group, Dictionary<int, string> asked, Dictionary<int, string> owner, Dictionary<string, int> held)
    {
        while (true)
        {
            var taker = asked[group];
            var had = held.GetValueOrDefault(taker, -1);
            (owner[group], held[taker]) = (taker, group);
            if (had < 0) return;
            group = had;
        }
    }
}
