namespace Konon.Stories.Lineage;

/// <summary>Puts ties and credits together to one lineage.</summary>
internal sealed partial class LineageMaker
{
    // A report that has half of its claims through an outlet is that outlet's; through whom it has fewer, it adds to its own.
    private const double MostlyRelayed = 0.5;
    private const double WhollyRelayed = 0.75;

    private readonly IReadOnlyList<Report> _reports;
    private readonly ReportText[] _texts;
    private readonly IReadOnlyList<Tie> _ties;
    private readonly IReadOnlyList<Credit> _credits;
    private readonly LineageOptions _options;
    private readonly Clock[] _clocks;
    private readonly List<LineageNode> _nodes = [];
    private readonly Dictionary<(int, int), Tie> _tieOf = [];
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly List<LineageEdge> _edges = [];

    // By whom a node hangs in the tree, and whether that is known.
    private readonly Dictionary<int, (int Giver, LineageEdge Edge)> _above = [];

    public LineageMaker(
        IReadOnlyList<Report> reports, ReportText[] texts, IReadOnlyList<Tie> ties, IReadOnlyList<Credit> credits, LineageOptions options)
    {
        (_reports, _texts, _ties, _credits, _options) = (reports, texts, ties, credits, options);
        _clocks = [.. reports.Select(Clock.Of)];
        foreach (var tie in ties) _tieOf.Add((tie.One, tie.Other), tie);
    }

    public LineageGraph Make()
    {
        AddReports();
        var relays = PlaceCredits();
        AddCopies();
        AddPassages();
        AddQuotes();
        AddRelays(relays);
        var origins = CountOrigins(relays);
        return new LineageGraph(origins)
        {
            Nodes = _nodes,
            Edges = [.. _edges.OrderBy(edge => edge.Kind).ThenBy(edge => edge.From.Number).ThenBy(edge => edge.To.Number)],
            Origins = origins.Count([.. Enumerable.Range(0, _reports.Count)]),
            Trees = Trees(),
        };
    }

    private void AddReports()
    {
        foreach (var report in _reports)
        {
            var article = report.Article;
            var family = OutletFamilies.Tables.Of(article.Outlet, article.Url) ?? "\0" + report.Number;
            _nodes.Add(new LineageNode(report.Number, LineageNodeKind.Report, article.Outlet, family, report.Reading));
        }
    }

    private Tie? TieOf(int one, int other) => _tieOf.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)));

    private LineageEdge Edge(Tie tie, LineageEdgeKind kind, int giver, bool isKnown, bool isPrimary)
    {
        var taker = giver == tie.One ? tie.Other : tie.One;
        var evidence = Evidence.Of(tie, _texts[tie.One], _texts[tie.Other]);
        return new LineageEdge
        {
            Kind = kind,
            From = _nodes[giver],
            To = _nodes[taker],
            IsDirectionKnown = isKnown,
            IsPrimary = isPrimary,
            Share = tie.Share,
            Evidence = giver == tie.One ? evidence : [.. evidence.Select(run => run.Turned)],
        };
    }

    private void AddQuotes()
    {
        foreach (var tie in _ties)
        {
            if (tie.Kind == LineageEdgeKind.SharedQuote) _edges.Add(Edge(tie, tie.Kind, tie.One, isKnown: false, isPrimary: false));
        }
    }

    private IReadOnlyList<LineageBranch> Trees()
    {
        var below = _above.ToLookup(pair => pair.Value.Giver, pair => pair.Key);
        var trees = new List<LineageBranch>();
        var made = new Dictionary<int, LineageBranch>();
        var roots = Enumerable.Range(0, _nodes.Count).Where(node => !_above.ContainsKey(node));
        foreach (var root in roots)
        {
            if (Branch(root) is { } tree && (tree.Node.Kind == LineageNodeKind.Report || tree.Branches.Count > 0)) trees.Add(tree);
        }

        return [.. trees.OrderBy(FirstReport)];

        // Without recursion: a copy of a copy of a copy may go deep.
        LineageBranch Branch(int root)
        {
            var order = new List<int>();
            var stack = new Stack<int>([root]);
            while (stack.TryPop(out var node))
            {
                order.Add(node);
                foreach (var next in below[node]) stack.Push(next);
            }

            for (var i = order.Count - 1; i >= 0; i--)
            {
                var node = order[i];
                var edge = _above.TryGetValue(node, out var above) ? above.Edge : null;
                made[node] = new LineageBranch(_nodes[node], edge, [.. below[node].Order().Select(next => made[next])]);
            }

            return made[root];
        }
    }

    private static int FirstReport(LineageBranch tree)
    {
        while (tree.Node.Kind != LineageNodeKind.Report && tree.Branches is [var first, ..]) tree = first;
        return tree.Node.Number;
    }
}
