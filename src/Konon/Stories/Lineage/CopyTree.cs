namespace Konon.Stories.Lineage;

/// <summary>The reports that have one text, hung up by who most likely gave it to whom.</summary>
/// <remarks>
/// The strongest ties that connect them make a tree; where it is rooted settles every direction. A root is weighed by what the
/// texts say (who contains whom) and by how many clocks must be wrong if it is one: of the violated edges a smallest set of
/// reports that touches them all, so that one wrong clock costs once, however many copies it seems younger than. At most
/// <see cref="MostRoots"/> roots are weighed.
/// </remarks>
internal sealed class CopyTree
{
    private const int MostRoots = 24;

    // A copy's narrative is explained equally well from so much of the best on.
    private const double SameWords = 0.72;

    private readonly List<int> _members;
    private readonly Dictionary<int, List<Tie>> _ties;
    private readonly IReadOnlyList<Clock> _clocks;
    private readonly Dictionary<int, int> _parent = [];
    private readonly List<int> _order = [];

    private CopyTree(List<int> members, Dictionary<int, List<Tie>> ties, IReadOnlyList<Clock> clocks) =>
        (_members, _ties, _clocks) = (members, ties, clocks);

    /// <summary>The edges, each with its giver and how sure the direction is; in order of the receivers.</summary>
    public List<(Tie Tie, int Giver, double Margin)> Edges { get; } = [];

    /// <summary>
    /// Hangs reports higher: of two that explain a copy equally well, the one nearer to the root gave it, and if it did not, what it
    /// gave went through the other.
    /// </summary>
    /// <param name="rest">The ties of these reports that are not in the tree.</param>
    public void HangHigher(IEnumerable<Tie> rest)
    {
        var depth = new Dictionary<int, int>();
        foreach (var member in _order) depth[member] = _parent[member] < 0 ? 0 : depth[_parent[member]] + 1;
        var others = rest.SelectMany(tie => (IEnumerable<(int, Tie)>)[(tie.One, tie), (tie.Other, tie)]).ToLookup(pair => pair.Item1, pair => pair.Item2);
        for (var i = 0; i < Edges.Count; i++)
        {
            var (tie, giver, margin) = Edges[i];
            var taker = tie.EndBeside(giver);
            var higher = others[taker]
                .Where(other => depth[other.EndBeside(taker)] < depth[giver] && other.Likeness.Narrative >= SameWords * tie.Likeness.Narrative)
                .OrderBy(other => depth[other.EndBeside(taker)]).ThenByDescending(other => other.Likeness.Narrative).ThenBy(other => other.EndBeside(taker))
                .FirstOrDefault();
            if (higher is not null) Edges[i] = (higher, higher.EndBeside(taker), margin);
        }
    }

    /// <summary>Who a report hangs on; -1 for the root and for others than these reports.</summary>
    public int GiverOf(int report) => _parent.GetValueOrDefault(report, -1);

    /// <summary>Whether one report stands above another on the line to the root; looks up a bounded number of steps.</summary>
    public bool IsAbove(int upper, int lower)
    {
        const int MostSteps = 16;
        for (var step = 0; step < MostSteps && lower >= 0; step++)
        {
            lower = GiverOf(lower);
            if (lower == upper) return true;
        }

        return false;
    }

    /// <summary>The reports.</summary>
    public IReadOnlyList<int> Members => _members;

    /// <summary>The report at the root of the best tree.</summary>
    public int Root { get; private set; }

    /// <summary>Roots the tree of ties that connects <paramref name="members"/>.</summary>
    public static CopyTree Of(List<int> members, IReadOnlyList<Tie> tree, IReadOnlyList<Clock> clocks)
    {
        var ties = members.ToDictionary(member => member, _ => new List<Tie>());
        foreach (var tie in tree)
        {
            ties[tie.One].Add(tie);
            ties[tie.Other].Add(tie);
        }

        var copies = new CopyTree(members, ties, clocks);
        copies.Settle(tree);
        return copies;
    }

    private void Settle(IReadOnlyList<Tie> tree)
    {
        var weights = Candidates().Select(root => (Root: root, Weight: Weigh(root))).ToList();
        var best = weights.OrderByDescending(root => root.Weight).ThenBy(root => root.Root).First();
        Root = best.Root;
        HangUp(Root);
        var places = new Dictionary<int, int>();
        for (var i = 0; i < _order.Count; i++) places[_order[i]] = i;
        var last = LastBelow(places);
        foreach (var tie in tree)
        {
            var giver = _parent[tie.Other] == tie.One ? tie.One : tie.Other;
            var taker = tie.EndBeside(giver);
            var turned = double.NegativeInfinity;
            foreach (var (root, weight) in weights)
            {
                // A root below the edge would turn it round.
                if (places[root] >= places[taker] && places[root] <= last[taker]) turned = Math.Max(turned, weight);
            }

            Edges.Add((tie, giver, best.Weight - turned));
        }
    }

    // The earliest, and those that explain most of their neighbours.
    private IEnumerable<int> Candidates()
    {
        if (_members.Count <= MostRoots) return _members;
        var early = _members.OrderBy(member => _clocks[member].Earliest).ThenBy(member => member).Take(MostRoots / 2);
        var full = _members.OrderByDescending(member => _ties[member].Sum(tie => tie.One == member ? Direction.OfTexts(tie) : -Direction.OfTexts(tie)))
            .ThenBy(member => member)
            .Take(MostRoots / 2);
        return early.Concat(full).Distinct();
    }

    private double Weigh(int root)
    {
        HangUp(root);
        var weight = 0.0;
        var touched = new HashSet<int>();
        // From the leaves up: to take the giver wherever an edge is not yet touched makes the smallest set in a tree.
        for (var i = _order.Count - 1; i > 0; i--)
        {
            var (taker, giver) = (_order[i], _parent[_order[i]]);
            var tie = _ties[taker].Find(tie => tie.One == giver || tie.Other == giver)!;
            weight += tie.One == giver ? Direction.OfTexts(tie) : -Direction.OfTexts(tie);
            if (_clocks[taker].IsBefore(_clocks[giver]) && !touched.Contains(taker) && touched.Add(giver)) weight -= Direction.WrongClock;
        }

        return weight;
    }

    private void HangUp(int root)
    {
        _order.Clear();
        _parent.Clear();
        var stack = new Stack<int>([root]);
        _parent[root] = -1;
        while (stack.TryPop(out var member))
        {
            _order.Add(member);
            foreach (var tie in _ties[member])
            {
                var next = tie.EndBeside(member);
                if (_parent.TryAdd(next, member)) stack.Push(next);
            }
        }
    }

    // The last place in the order that lies below a member; the order is depth first.
    private Dictionary<int, int> LastBelow(Dictionary<int, int> places)
    {
        var last = new Dictionary<int, int>();
        for (var i = _order.Count - 1; i >= 0; i--)
        {
            var member = _order[i];
            last.TryAdd(member, i);
            if (_parent[member] is >= 0 and var parent) last[parent] = Math.Max(last.GetValueOrDefault(parent, places[parent]), last[member]);
        }

        return last;
    }
}
