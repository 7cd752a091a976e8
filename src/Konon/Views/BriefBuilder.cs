using Konon.Claims;
using Konon.Ledger;
using Konon.Stories;
using Konon.Stories.Lineage;
using Konon.Stories.Series;

namespace Konon.Views;

/// <summary>Makes a brief of a story.</summary>
public static class BriefBuilder
{
    // Enough words of a body to know the report by where it has no headline; the writers cut further.
    private const int OpeningLength = 160;

    /// <summary>Takes what was read as one story and puts it on a page.</summary>
    /// <param name="readings">The articles with their claims, in any order: the page is the same.</param>
    /// <param name="refused">The inputs that were not read.</param>
    public static StoryBrief Build(IEnumerable<Reading> readings, IReadOnlyList<BriefRefusal> refused)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(refused);
        return Build(StoryBuilder.Build(readings), refused);
    }

    /// <summary>The same of a story that is built already.</summary>
    internal static StoryBrief Build(Story story, IReadOnlyList<BriefRefusal> refused)
    {
        var claims = new Claims(story);
        return new StoryBrief
        {
            Reader = Reader.Name,
            Counts = Count(story),
            Reports = [.. story.Reports.Select(Report)],
            Figures = [.. story.Figures.Select(series => Group(series, series.Points, claims))],
            FigureConflicts = [.. story.FigureConflicts.Select(conflict => Group(conflict.Series, conflict.Sides, claims))],
            Conflicts = [.. story.MatterConflicts.Select(conflict => new BriefConflict(claims.Of(conflict.Stated), claims.Of(conflict.Against)))],
            Corrections = [.. story.Corrections.Select(Correction)],
            Positions = [.. story.Positions.Select(position => Position(position, claims))],
            Claims = claims.All,
            Lineage = [.. story.Lineage.Trees.Where(tree => tree.Branches.Count > 0).SelectMany(Branches)],
            Edges = [.. story.Lineage.Edges.Where(edge => !edge.IsPrimary).Select(Edge)],
            Refused = [.. refused.OrderBy(input => input.Input, StringComparer.Ordinal)],
        };
    }

    private static BriefCounts Count(Story story)
    {
        var days = story.Reports.Select(report => report.Day).OfType<DateOnly>().ToList();
        return new BriefCounts(
            Reports: story.Reports.Count,
            Outlets: story.Outlets.Count,
            NoOutlet: story.Reports.Count(report => report.Article.Outlet is null),
            From: days.Count == 0 ? null : days.Min(),
            To: days.Count == 0 ? null : days.Max(),
            Undated: story.Reports.Count - days.Count,
            Origins: story.Lineage.Origins,
            Claims: story.Statements.Count,
            Figures: story.Figures.Sum(series => series.Values),
            Parties: story.Positions.Count);
    }

    private static BriefReport Report(Report report)
    {
        var article = report.Article;
        var body = article.Text.AsSpan(AfterAsides(article));
        return new BriefReport(
            report.Number,
            report.Inputs,
            article.Outlet,
            article.Title,
            PlainText.OneLine(body[..Math.Min(OpeningLength, body.Length)].ToString()),
            report.Day,
            report.NotBefore,
            article.Url,
            article.Sha256,
            report.Reading.Claims.Count,
            article.Notes);
    }

    // The dateline says nothing by which a report is known.
    private static int AfterAsides(Konon.Articles.Article article)
    {
        var start = Math.Min(article.BodyStart, article.Text.Length);
        foreach (var aside in article.Asides)
        {
            if (article.Text.AsSpan(start, Math.Max(0, aside.Start - start)).IsWhiteSpace()) start = Math.Max(start, aside.End);
        }

        return start;
    }

    private static BriefFigureGroup Group(FigureSeries series, IEnumerable<SeriesPoint> points, Claims claims) => new(
        series.Name,
        series.Key.Of,
        series.Words,
        [
            .. points.GroupBy(point => (point.Figure.Value, point.Figure.Max, point.Figure.Bound, point.Stance))
                .Select(same => Figure(series, [.. same], claims)),
        ]);

    // A value stands once, with all who give it; the first of them says how it stands to what was said before.
    private static BriefFigure Figure(FigureSeries series, IReadOnlyList<SeriesPoint> points, Claims claims)
    {
        var first = points.FirstOrDefault(point => point.Voices.Count > 0) ?? points[0];
        var related = points.FirstOrDefault(point => point.Relation is not (PointRelation.Repeat or PointRelation.Rounding)) ?? points[0];
        var figure = first.Figure;
        return new BriefFigure
        {
            Value = figure.Value,
            Max = figure.Max,
            Bound = figure.Bound,
            Unit = figure.Unit,
            Status = series.Key.Status,
            Scope = figure.Scope,
            Kind = series.Key.Scope,
            AsOf = points.Select(point => point.AsOf).FirstOrDefault(days => days is not null)
                ?? (first.First.Statement is { } statement ? OnlyTime(statement.Claim) : null),
            Stance = first.Stance,
            Party = first.Party,
            Relation = related.Relation,
            To = related.To is { } to ? series.Points[to - 1].Figure : null,
            WithdrawnBy = points.Select(point => point.WithdrawnBy).FirstOrDefault(words => words is not null)?.Words,
            Sources = Sources([.. points.SelectMany(point => point.Tellings)], claims),
        };
    }

    // Who says a figure in three reports, in other words each time, is one source of it. What the reports tell in their own
    // words stands once, for those that name nobody for it.
    private static List<BriefFigureSource> Sources(IReadOnlyList<PointTelling> tellings, Claims claims)
    {
        var sources = tellings.Where(telling => telling.Statement is not null)
            .Select(telling => (Telling: telling, Claim: claims.Of(telling.Statement!)))
            .GroupBy(pair => string.Join('\n', pair.Telling.Statement!.Voices.Select(voice => voice.ToString()).Concat(pair.Claim.Via)), StringComparer.Ordinal)
            .Select(same => new BriefFigureSource(
                same.First().Claim, same.First().Telling.Exact, [.. same.SelectMany(pair => pair.Claim.Reports).Distinct().Order()]))
            .ToList();
        var named = sources.SelectMany(source => source.Reports).ToHashSet();
        var own = tellings.Where(telling => telling.Statement is null && !named.Contains(telling.Report.Number)).ToList();
        if (own.Count > 0) sources.Add(new BriefFigureSource(Told(own, claims), own[0].Exact, Numbers(own)));
        return sources;
    }

    private static BriefClaim Told(List<PointTelling> own, Claims claims) => new(
        0, [], Stance.Asserts, null, own[0].Report.Day, [], own[0].Words, null, ClaimKind.Indirect, Numbers(own), claims.OriginsOf(Numbers(own)));

    private static int[] Numbers(List<PointTelling> own) => [.. own.Select(telling => telling.Report.Number).Distinct().Order()];

    // A claim with one figure and one time speaks of the figure at that time; with more of either nothing is sure.
    private static DayRange? OnlyTime(Claim claim) => claim is { Figures.Count: 1, Times.Count: 1 } ? claim.Times[0].Days : null;

    private static BriefCorrection Correction(StaleFigure stale) => new()
    {
        Counted = stale.Series.Name,
        Value = stale.Point.Figure.Value,
        Max = stale.Point.Figure.Max,
        Bound = stale.Point.Figure.Bound,
        Unit = stale.Point.Figure.Unit,
        IsWithdrawn = stale.Cause == StaleCause.Withdrawn,
        IsAfter = stale.IsAfter,
        Report = stale.Telling.Report.Number,
        Words = stale.Telling.Words,
        ByReport = stale.By.Report.Number,
        ByWords = stale.By.Words,
    };

    private static BriefPosition Position(Position position, Claims claims) =>
        new(position.Party, [.. position.Steps.Select(step => new BriefStep(step.Stance, claims.Of(step.Statements)))]);

    // From the top down, each before what hangs on it; without recursion, for a line of copies may be long.
    private static IEnumerable<BriefBranch> Branches(LineageBranch tree)
    {
        var stack = new Stack<(LineageBranch Branch, int Depth)>([(tree, 0)]);
        while (stack.TryPop(out var next))
        {
            var ((node, edge, branches), depth) = next;
            yield return new BriefBranch(
                node.Number, depth, node.Kind == LineageNodeKind.Report, node.Name, edge is null ? null : Edge(edge));
            foreach (var branch in branches.Reverse()) stack.Push((branch, depth + 1));
        }
    }

    private static BriefEdge Edge(LineageEdge edge)
    {
        var evidence = edge is { To.Reading: { } reading, Evidence: [var run, ..] } ? run.InTo.Of(reading.Article.Text) : "";
        return new BriefEdge(edge.Kind, edge.From.Number, edge.To.Number, edge.IsDirectionKnown, edge.Share, evidence, edge.From.Reading is null ? edge.From.Name : null);
    }

    /// <summary>The claims of a brief, each made once.</summary>
    private sealed class Claims
    {
        private readonly Dictionary<Statement, BriefClaim> _made = new(ReferenceEqualityComparer.Instance);
        private readonly LineageGraph _lineage;

        public Claims(Story story)
        {
            _lineage = story.Lineage;
            foreach (var statement in story.Statements) _made.Add(statement, Make(statement, _made.Count + 1, story.Lineage));
            All = [.. story.Statements.Select(Of)];
        }

        public IReadOnlyList<BriefClaim> All { get; }

        public OriginCount OriginsOf(IReadOnlyCollection<int> reports) => _lineage.OriginsOf(reports);

        public BriefClaim Of(Statement statement) => _made[statement];

        public IReadOnlyList<BriefClaim> Of(IEnumerable<Statement> statements) => [.. statements.Select(Of)];

        private static BriefClaim Make(Statement statement, int number, LineageGraph lineage) => new(
            number,
            [.. statement.Voices.Select(voice => new BriefSpeaker(voice.Name, voice.Role, voice.Type, voice.Party))],
            statement.Claim.Stance,
            statement.SaidOn,
            statement.Report.Day,
            statement.Via,
            statement.Words,
            statement.Claim.Cue?.Of(statement.Report.Article.Text),
            statement.Claim.Kind,
            [.. statement.Reports.Select(report => report.Number)],
            lineage.CountsOf(statement).Origins);
    }
}
