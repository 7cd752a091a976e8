using System.Globalization;
using Konon.Ledger;
using Konon.Stories;
using Konon.Stories.Lineage;

namespace Konon.Views;

/// <summary>
/// The lineage of a story as a listing: first the trees, each node below the one that it has its text from, then what else reports share.
/// </summary>
public static class LineageView
{
    // Deeper trees are drawn no further in.
    private const int DeepestIndent = 8;

    /// <summary>The lineage; the second part only where there is anything in it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The reader's language, for what a person reads.</param>
    public static IReadOnlyList<ViewSection> Of(Story story, UiWords words)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(words);
        var lineage = story.Lineage;
        if (lineage.Nodes.Count == 0) return [];
        var title = words.Count("reports", story.Reports.Count) + " · " + words.Origins(lineage.Origins);
        var trees = new ViewSection(title, Key("trees", lineage), "nodes", [.. Branches(lineage).Select(found => Row(found.Branch, found.Depth, words))]);
        var others = lineage.Edges.Where(edge => !edge.IsPrimary).ToList();
        return others.Count == 0
            ? [trees]
            : [trees, new ViewSection(words["lineage.others"], Key("others", lineage), "nodes", [.. others.Select(edge => Row(edge, words))])];
    }

    private static ViewField[] Key(string part, LineageGraph lineage) =>
    [
        new("part", part),
        new("origins_min", lineage.Origins.Min),
        new("origins_likely", lineage.Origins.Likely),
        new("origins_max", lineage.Origins.Max),
    ];

    // Each before what hangs on it; without recursion, for a line of copies may be long.
    private static IEnumerable<(LineageBranch Branch, int Depth)> Branches(LineageGraph lineage)
    {
        var stack = new Stack<(LineageBranch Branch, int Depth)>(lineage.Trees.Reverse().Select(tree => (tree, 0)));
        while (stack.TryPop(out var next))
        {
            yield return next;
            foreach (var branch in next.Branch.Branches.Reverse()) stack.Push((branch, next.Depth + 1));
        }
    }

    private static ViewRow Row(LineageBranch branch, int depth, UiWords words)
    {
        var line = string.Concat(Enumerable.Repeat("│ ", Math.Clamp(depth - 1, 0, DeepestIndent))) + (depth > 0 ? "└ " : "");
        return new ViewRow(Fields(branch.Node, branch.Edge, depth), [line + Name(branch.Node, words), Kind(branch.Edge, words), Shown(branch.Edge)]);
    }

    private static ViewRow Row(LineageEdge edge, UiWords words) => new(
        Fields(edge.To, edge, null),
        [Name(edge.From, words) + (edge.IsDirectionKnown ? " → " : " – ") + Name(edge.To, words), Kind(edge, words), Shown(edge)]);

    private static ViewField[] Fields(LineageNode node, LineageEdge? edge, int? depth) =>
    [
        new("number", node.Number),
        new("depth", depth),
        new("node", NameOf(node.Kind)),
        new("outlet", node.Name),
        new("family", node.Family),
        new("title", node.Reading?.Article.Title),
        new("url", node.Reading?.Article.Url),
        new("published", node.Reading?.Article.Published?.Value),
        new("edge", edge is null ? null : WireNames.Of(edge.Kind)),
        new("from", edge?.From.Number),
        new("from_name", edge?.From.Name),
        new("direction_known", edge?.IsDirectionKnown),
        new("share", edge is null ? null : Math.Round((decimal)edge.Share, 3)),
        new("evidence", edge is null ? [] : Words(edge)),
    ];

    private static string NameOf(LineageNodeKind kind) => kind switch
    {
        LineageNodeKind.Report => "report",
        LineageNodeKind.Named => "named",
        _ => "unseen",
    };

    private static string Name(LineageNode node, UiWords words)
    {
        if (node.Kind == LineageNodeKind.Unseen) return words["lineage.unseen"];
        if (node.Kind == LineageNodeKind.Named) return words.Fill("lineage.named", node.Name ?? words["unnamed-outlet"]);
        return "[" + node.Number.ToString(CultureInfo.InvariantCulture) + "] " + (node.Name ?? words["unnamed-outlet"]);
    }

    // "reworded, 63% of it, direction unknown"; two that share a quotation or an origin have nothing from each other.
    private static string Kind(LineageEdge? edge, UiWords words)
    {
        if (edge is null) return "";
        var kind = words.Kind(edge.Kind);
        if (edge.Kind is not LineageEdgeKind.Relay && edge.Evidence.Count > 0)
        {
            kind += ", " + words.Fill("lineage.share", (int)Math.Round(edge.Share * 100));
        }

        var isPlain = edge.IsDirectionKnown || edge.Kind is LineageEdgeKind.SameOrigin or LineageEdgeKind.SharedQuote;
        return isPlain ? kind : kind + ", " + words["lineage.direction-unknown"];
    }

    private static string Shown(LineageEdge? edge) => edge is null || Words(edge) is not [var first, ..] ? "" : "“" + first + "”";

    private static List<string> Words(LineageEdge edge) =>
        edge.To.Reading is { } reading ? [.. edge.Evidence.Select(run => run.InTo.Of(reading.Article.Text))] : [];
}
