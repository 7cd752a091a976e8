using System.Globalization;
using Konon.Claims;
using Konon.Stories.Lineage;

namespace Konon.Benchmarks.Lineage;

/// <summary>How well the lineage of generated stories is found.</summary>
public sealed class LineageScore
{
    /// <summary>Stories.</summary>
    public int Stories { get; private set; }

    /// <summary>Those of which the likely number of origins is the true one.</summary>
    public int Exact { get; private set; }

    /// <summary>Those whose interval holds the true number.</summary>
    public int Held { get; private set; }

    /// <summary>The widths of all intervals together: 0 for one number.</summary>
    public int Width { get; private set; }

    /// <summary>Edges between reports whose direction is stated.</summary>
    public int Stated { get; private set; }

    /// <summary>Those of them that are right.</summary>
    public int Right { get; private set; }

    /// <summary>Copies whose giver is shown.</summary>
    public int Copies { get; private set; }

    /// <summary>Those of them for which a right direction is stated.</summary>
    public int Told { get; private set; }

    /// <summary>Stories of which the usual de-duplication (Jaccard from 0.8) finds the true number.</summary>
    public int ExactByDuplicates { get; private set; }

    /// <summary>Scores so many stories from the one numbered <paramref name="first"/> on.</summary>
    public static LineageScore Of(int first, int count, TextWriter? log = null)
    {
        var score = new LineageScore();
        for (var i = first; i < first + count; i++) score.Add(i, log);
        return score;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Stories} | {(double)Exact / Stories:0.000} | {(double)ExactByDuplicates / Stories:0.000} | {(double)Held / Stories:0.000} | {(double)Width / Stories:0.00} | {(double)Right / Math.Max(1, Stated):0.000} of {Stated} | {(double)Told / Math.Max(1, Copies):0.000} |");

    private void Add(int number, TextWriter? log)
    {
        var story = new FakeStory(number);
        var truth = story.Reports.ToDictionary(report => report.Outlet, StringComparer.Ordinal);
        Reading[] readings = [.. story.Reports.Select(story.Read)];
        var lineage = LineageBuilder.Build(readings);
        Stories++;
        if (lineage.Origins.Likely == story.Origins) Exact++;
        var held = lineage.Origins.Min <= story.Origins && story.Origins <= lineage.Origins.Max;
        if (held) Held++;
        Width += lineage.Origins.Max - lineage.Origins.Min;
        if (ByDuplicates(readings) == story.Origins) ExactByDuplicates++;
        var told = new HashSet<FakeReport>();
        foreach (var edge in lineage.Edges)
        {
            if (!edge.IsDirectionKnown || edge.Kind == LineageEdgeKind.Relay || edge.From.Reading is null) continue;
            var (from, to) = (truth[edge.From.Name!], truth[edge.To.Name!]);
            Stated++;
            var right = to.ComesFrom(from) || (to.PassageOf is { } passage && (passage == from || passage.ComesFrom(from)));
            if (right) Right++;
            if (right && edge.Kind != LineageEdgeKind.Passage) told.Add(to);
            if (!right) log?.WriteLine($"{number}: wrong {edge.Kind} {from.Outlet} -> {to.Outlet} share {edge.Share:0.00} (parent {to.Parent?.Outlet} shown {to.Parent?.IsShown}, origins {from.Origin}, {to.Origin}, times {from.Time:MM-dd HH:mm} {to.Time:MM-dd HH:mm})");
        }

        Copies += story.Reports.Count(report => report.Parent is { IsShown: true });
        Told += told.Count;
        if (log is not null && lineage.Origins.Likely != story.Origins) Explain(number, story, lineage, truth, held, log);
    }

    private static void Explain(int number, FakeStory story, LineageGraph lineage, Dictionary<string, FakeReport> truth, bool held, TextWriter log)
    {
        log.WriteLine($"{number}: true {story.Origins} found {lineage.Origins} {(held ? "" : "NOT HELD")}");
        foreach (var edge in lineage.Edges.Where(edge => edge is { From.Reading: not null, Kind: not LineageEdgeKind.SharedQuote }))
        {
            var (from, to) = (truth[edge.From.Name!], truth[edge.To.Name!]);
            if (from.Origin != to.Origin) log.WriteLine($"   joins {edge.Kind} {from.Outlet} {to.Outlet} {edge.Share:0.00} passage {from.PassageOf?.Outlet} {to.PassageOf?.Outlet}");
        }

        foreach (var copy in story.Reports.Where(report => report.Parent is not null))
        {
            var tied = lineage.Edges.Where(edge => edge.To.Name == copy.Outlet || edge.From.Name == copy.Outlet).Where(edge => edge.Kind != LineageEdgeKind.SharedQuote);
            if (!tied.Any(edge => edge.Kind != LineageEdgeKind.Passage)) log.WriteLine($"   missed {copy.Outlet} of {copy.Parent!.Outlet} (shown {copy.Parent.IsShown}) via {copy.Via} {string.Join(", ", tied.Select(edge => $"{edge.Kind} {edge.Share:0.00}"))}");
        }
    }

    private static int ByDuplicates(Reading[] readings)
    {
        var shingles = readings.Select(Shingles).ToList();
        var group = Enumerable.Range(0, readings.Length).ToArray();
        for (var i = 0; i < readings.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var both = shingles[i].Count(shingles[j].Contains);
                if (both < 0.8 * (shingles[i].Count + shingles[j].Count - both)) continue;
                for (var (k, from) = (0, group[i]); k < group.Length; k++)
                {
                    if (group[k] == from) group[k] = group[j];
                }
            }
        }

        return group.Distinct().Count();
    }

    private static HashSet<string> Shingles(Reading reading)
    {
        var words = reading.Article.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => string.Join(' ', words, i, 3))];
    }
}
