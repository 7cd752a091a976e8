namespace Konon.Stories.Lineage;

internal sealed partial class LineageMaker
{
    // A text that reached hundreds has a long line of givers; further up nothing is told of one pair.
    private const int MostSteps = 16;

    private readonly Dictionary<int, int> _knownGiver = [];

    // So many thirds are asked whether they show the direction of an edge.
    private const int MostThirds = 24;

    // What the reports of one text have from each other.
    private void AddCopies()
    {
        var likely = _ties.Where(tie => tie.IsLikely).ToList();
        var groups = new Groups(_reports.Count);
        var tree = likely
            .OrderByDescending(tie => tie.Likeness.Narrative).ThenByDescending(tie => tie.Likeness.All)
            .ThenBy(tie => tie.One).ThenBy(tie => tie.Other)
            .Where(tie => groups.Join(tie.One, tie.Other))
            .ToHashSet();
        var members = Enumerable.Range(0, _reports.Count).ToLookup(groups.Of);
        var treeOf = tree.ToLookup(tie => groups.Of(tie.One));
        var restOf = likely.Where(tie => !tree.Contains(tie)).ToLookup(tie => groups.Of(tie.One));
        foreach (var group in members.Where(group => group.Skip(1).Any()).OrderBy(group => group.Key))
        {
            var copies = CopyTree.Of([.. group], [.. treeOf[group.Key]], _clocks);
            var rest = restOf[group.Key].ToList();
            var unseen = SharersOfUnseen(copies, rest);
            copies.HangHigher(rest);
            AddTree(copies, unseen);
            if (unseen.Count > 0) AddUnseen(copies, unseen);
            var hung = copies.Edges.Select(edge => edge.Tie).ToHashSet();
            foreach (var tie in treeOf[group.Key].Concat(rest).Where(tie => !hung.Contains(tie))) AddRest(tie);
        }
    }

    private void AddTree(CopyTree copies, HashSet<int> unseen)
    {
        // Of two alone nobody knows whether both have it from a third that is not here.
        var hasThird = copies.Edges.Count > 1 && !copies.Members.Any(IsFromElsewhere);
        foreach (var (tie, giver, margin) in copies.Edges)
        {
            var taker = tie.EndBeside(giver);
            var siblings = (unseen.Contains(tie.One) && unseen.Contains(tie.Other)) || CreditOneSource(tie);
            var isKnown = !siblings && (tie.Lean != 0 || (hasThird && IsToldByTexts(copies, tie, giver, margin)));
            var edge = Edge(tie, isKnown ? tie.Kind : LineageEdgeKind.SameOrigin, giver, isKnown, isPrimary: !siblings);
            _edges.Add(edge);
            if (isKnown) _knownGiver[taker] = giver;
            if (!siblings) _above[taker] = (giver, edge);
        }
    }

    // Without a credit: the texts must show it, the clocks must agree, and nobody else may have given it as well.
    private bool IsToldByTexts(CopyTree copies, Tie tie, int giver, double margin)
    {
        var taker = tie.EndBeside(giver);
        return margin >= Direction.Stated && tie.Kind != LineageEdgeKind.SameOrigin && tie.Share >= Direction.Explained
            && _clocks[giver].IsBefore(_clocks[taker])
            && IsShownGiver(copies, tie, giver, taker)
            && !HasRival(copies, tie, giver, taker);
    }

    // Another copy explains the taker as well, and nobody knows whether it comes from the giver or the giver from it.
    private bool HasRival(CopyTree copies, Tie tie, int giver, int taker)
    {
        var looked = 0;
        foreach (var (beside, above, margin) in copies.Edges)
        {
            if (above != giver || beside == tie || beside.Lean != 0 || margin >= Direction.Stated) continue;
            if (++looked > MostThirds) return true;
            if (TieOf(beside.EndBeside(giver), taker) is { } rival && rival.Likeness.Narrative >= Direction.AsWell * tie.Likeness.Narrative) return true;
        }

        return false;
    }

    // Of two alone, and of copies that are all alike, nobody knows: another report must show that the one stands before the other.
    private bool IsShownGiver(CopyTree copies, Tie tie, int giver, int taker)
    {
        var looked = 0;
        var isShown = false;
        foreach (var third in copies.Members)
        {
            // A copy of a wire that nobody names may be as whole as the wire; then others had it before.
            if (third != giver && _clocks[third].IsBefore(_clocks[giver]) && !copies.IsAbove(third, giver)) return false;
            if (third == giver || third == taker || copies.GiverOf(third) == taker) continue;
            if (TieOf(giver, third) is not { } left || TieOf(taker, third) is not { } right) continue;
            if (Residue.LeavesAstray(right, tie, giver, taker)) return false;
            isShown |= Residue.ShowsGiver(tie, giver, taker, left);
            if (++looked == MostThirds) break;
        }

        return isShown;
    }

    // An agency's name at its end or as its author: the text was the agency's before it was anybody's here.
    private bool IsFromElsewhere(int report) => _mainSource.TryGetValue(report, out var source) && source >= _reports.Count;

    // Both say that they have it from the same outlet, which neither of them is.
    private bool CreditOneSource(Tie tie) =>
        _mainSource.TryGetValue(tie.One, out var one) && _mainSource.TryGetValue(tie.Other, out var other) && one == other;

    // Copies that share with each other what the one between them lacks.
    private HashSet<int> SharersOfUnseen(CopyTree copies, List<Tie> rest)
    {
        var neighbours = new Dictionary<int, HashSet<int>>();
        foreach (var (tie, _, _) in copies.Edges)
        {
            Near(tie.One).Add(tie.Other);
            Near(tie.Other).Add(tie.One);
        }

        var unseen = new HashSet<int>();
        foreach (var tie in rest)
        {
            if (Near(tie.One).FirstOrDefault(Near(tie.Other).Contains, -1) is not (>= 0 and var between)) continue;
            if (!Residue.Shows(tie, TieOf(tie.One, between)!, TieOf(tie.Other, between)!, between)) continue;
            unseen.UnionWith([tie.One, tie.Other, between]);
        }

        return unseen;

        HashSet<int> Near(int member)
        {
            if (!neighbours.TryGetValue(member, out var near)) neighbours.Add(member, near = []);
            return near;
        }
    }

    private void AddUnseen(CopyTree copies, HashSet<int> unseen)
    {
        var node = AddNode(LineageNodeKind.Unseen, null, "\0unseen" + copies.Root);
        foreach (var member in unseen.Order())
        {
            // Who has it from a report that is here keeps that.
            if (_above.TryGetValue(member, out var above) && !unseen.Contains(above.Giver)) continue;
            var edge = new LineageEdge
            {
                Kind = LineageEdgeKind.SameOrigin,
                From = _nodes[node],
                To = _nodes[member],
                IsDirectionKnown = true,
                IsPrimary = true,
                Share = 1,
                Evidence = [],
            };
            _edges.Add(edge);
            _above[member] = (node, edge);
        }
    }

    // A tie outside the tree: the one may stand further up the other's line; else both have it from above.
    private void AddRest(Tie tie)
    {
        var giver = IsAbove(tie.One, tie.Other) ? tie.One : IsAbove(tie.Other, tie.One) ? tie.Other : -1;
        var kind = giver < 0 ? LineageEdgeKind.SameOrigin : tie.Kind;
        _edges.Add(Edge(tie, kind, giver < 0 ? tie.One : giver, giver >= 0, isPrimary: false));
    }

    private bool IsAbove(int giver, int taker)
    {
        for (var step = 0; step < MostSteps && _knownGiver.TryGetValue(taker, out var above); step++)
        {
            if (above == giver) return true;
            taker = above;
        }

        return false;
    }

    // A passage may come by way of any who has the text, seen here or not: only a credit shows who gave it.
    private void AddPassages()
    {
        foreach (var tie in _ties.Where(tie => tie.Kind == LineageEdgeKind.Passage))
        {
            var early = _clocks[tie.Other].IsBefore(_clocks[tie.One]) ? tie.Other : tie.One;
            var giver = tie.Lean > 0 ? tie.One : tie.Lean < 0 ? tie.Other : early;
            _edges.Add(Edge(tie, tie.Kind, giver, isKnown: tie.Lean != 0, isPrimary: false));
        }
    }

    private int AddNode(LineageNodeKind kind, string? name, string family)
    {
        _nodes.Add(new LineageNode(_nodes.Count + 1, kind, name, family, null));
        return _nodes.Count - 1;
    }
}
