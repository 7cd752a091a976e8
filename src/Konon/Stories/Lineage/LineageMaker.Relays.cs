namespace Konon.Stories.Lineage;

internal sealed partial class LineageMaker
{
    private readonly Dictionary<int, int> _mainSource = [];

    // Finds for each credit the report that it means, or makes a node for the outlet's report that is not here.
    private List<Relayed> PlaceCredits()
    {
        var byFamily = Enumerable.Range(0, _reports.Count).ToLookup(place => _nodes[place].Family, StringComparer.Ordinal);
        var byReport = _credits.ToLookup(credit => credit.Report);
        var relays = new List<Relayed>();
        foreach (var credit in _credits)
        {
            var source = SourceOf(credit, byFamily[credit.Family]);
            var isMain = IsMain(credit, byReport[credit.Report]);
            relays.Add(new Relayed(credit, source, isMain));
            if (isMain) _mainSource.Add(credit.Report, source);
            if (source < _reports.Count && TieOf(source, credit.Report) is { } tie) tie.Lean = tie.One == source ? 1 : -1;
        }

        return relays;
    }

    // Of an outlet's reports the one that shares most words; of one story else its last of that day or before.
    private int SourceOf(Credit credit, IEnumerable<int> places)
    {
        var own = places.Where(place => place != credit.Report).ToList();
        var tied = own.Select(place => (Place: place, Tie: TieOf(place, credit.Report)))
            .Where(pair => pair.Tie is not null)
            .OrderByDescending(pair => pair.Tie!.Likeness.Narrative).ThenByDescending(pair => pair.Tie!.Likeness.All)
            .Select(pair => pair.Place).DefaultIfEmpty(-1).First();
        if (tied >= 0) return tied;
        var before = own.Where(place => _reports[place].Place <= _reports[credit.Report].Place).DefaultIfEmpty(-1).Last();
        if (_options.IsOneStory && before >= 0) return before;
        if (_named.TryGetValue(credit.Family, out var node)) return node;
        node = AddNode(LineageNodeKind.Named, credit.Name, credit.Family);
        _named.Add(credit.Family, node);
        return node;
    }

    private static bool IsMain(Credit credit, IEnumerable<Credit> all) =>
        credit.Share >= MostlyRelayed && !all.Any(other => other != credit && other.Share >= credit.Share);

    private void AddRelays(IReadOnlyList<Relayed> relays)
    {
        foreach (var (credit, source, isMain) in relays)
        {
            var hangs = isMain && !_above.ContainsKey(credit.Report) && !IsUnder(source, credit.Report);
            var edge = new LineageEdge
            {
                Kind = LineageEdgeKind.Relay,
                From = _nodes[source],
                To = _nodes[credit.Report],
                IsDirectionKnown = true,
                IsPrimary = hangs,
                Share = credit.Share,
                Evidence = [.. credit.Spans.Select(span => new SharedRun(default, span, TextKind.Credit, 0))],
            };
            _edges.Add(edge);
            if (hangs) _above[credit.Report] = (source, edge);
        }
    }

    private bool IsUnder(int node, int above)
    {
        while (node != above && _above.TryGetValue(node, out var next)) node = next.Giver;
        return node == above;
    }

    private OriginGroups CountOrigins(IReadOnlyList<Relayed> relays)
    {
        var origins = new OriginGroups([.. _nodes.Select(node => node.Family)]);
        foreach (var tie in _ties)
        {
            if (tie.IsPossible) origins.Join(tie.One, tie.Other, tie.IsCertain, tie.IsLikely);
        }

        foreach (var (credit, source, isMain) in relays)
        {
            if (source >= _reports.Count && !_options.IsOneStory) continue;
            origins.Join(source, credit.Report, isMain && credit.Share >= WhollyRelayed, isMain);
        }

        foreach (var (node, (giver, _)) in _above)
        {
            if (_nodes[giver].Kind == LineageNodeKind.Unseen) origins.Join(giver, node, certain: false, likely: true);
        }

        origins.JoinFamilies(Enumerable.Range(0, _nodes.Count).Where(node => !_above.ContainsKey(node)));
        return origins;
    }
}
