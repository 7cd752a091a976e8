using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Konon.Ledger;
using Konon.Stories;
using Konon.Stories.Lineage;
using Konon.Stories.Series;
using Konon.Views;
using Konon.Web.Telling;
using ModelContextProtocol.Protocol;

namespace Konon.Web.Mcp;

/// <summary>The tools over one story.</summary>
internal sealed class StoryTools(StoryFinding stories)
{
    private const int Most = ClaimTools.Most;
    private const int Usual = ClaimTools.Usual;
    private const int MostSeries = 40;
    private const string StoryHelp = "The story: its id, an article's id or address, or words that its name alone holds.";
    private const string NoSeries = "the story has no figures that are called so; get_story names those that it has";
    private const string CursorHelp = "next_cursor of the page before.";

    /// <summary>What every answer over a story begins with.</summary>
    public static StoryName Name(StoryView story) => new(story.Row.Id, ToolWords.Name(story.Row.Name));

    [Description(
        "Tells of one story: its reports by day, from how many independent origins they come, its parties, "
        + "and which figures it has.")]
    public CallToolResult GetStory(
        [Description(StoryHelp)] string story,
        [Description("The most reports.")][Range(1, Most)] int limit = Usual,
        [Description(CursorHelp)] string? cursor = null)
    {
        var view = stories.Find(story);
        var told = view.Story;
        var head = new
        {
            view.Row.Id,
            Name = ToolWords.Name(view.Row.Name),
            view.Row.From,
            view.Row.To,
            Reports = told.Reports.Count,
            ReportsInLedger = view.Row.Articles,
            Outlets = told.Outlets.Count,
            told.Lineage.Origins,
            Claims = told.Statements.Count,
            view.Revised,
            Conflicts = told.FigureConflicts.Count + told.MatterConflicts.Count,
            Corrections = told.Corrections.Count,
            Parties = told.Positions.Take(MostSeries).Select(position => new
            {
                Party = ToolWords.Name(position.Party),
                position.Statements,
                Stances = position.Steps.Select(step => WireNames.Of(step.Stance)).Distinct(),
                Changes = position.Changes.Count,
            }),
            Figures = told.Figures.Take(MostSeries)
                .Select(series => new { Counted = ToolWords.Name(series.Name), series.Values, series.IsComparable }),
        };
        var reports = told.Reports.Select(report => new
        {
            report.Number,
            Source = Source.Of(view.ArticleOf(report), report.Article),
            Title = ToolWords.Name(report.Article.Title),
            Claims = report.Reading.Claims.Count,
            Quotes = Quote.OfHead(report.Article),
        });
        return ToolAnswer.Page(head, [.. reports], StoryFinding.From(cursor), Limited(limit));
    }

    [Description(
        "Gives the figures of a story over time: each value with who gives it, as of when, whether it "
        + "updates, repeats or contradicts an earlier one, or was taken back.")]
    public CallToolResult FigureSeries(
        [Description(StoryHelp)] string story,
        [Description("Only what is counted so: a word of the name of the series, such as tewas, houses, tentara.")] string? counted = null,
        [Description("The most rows.")][Range(1, Most)] int limit = Usual,
        [Description(CursorHelp)] string? cursor = null)
    {
        var view = stories.Find(story);
        var series = view.Story.Figures.Where(one => counted is null || IsCalled(one, counted.Trim())).ToList();
        if (series.Count == 0 && counted is not null) throw new ToolFault(NoSeries);
        return ToolAnswer.Page(
            Name(view), [.. series.SelectMany(one => one.Points.Select(point => Point(view, one, point)))],
            StoryFinding.From(cursor), Limited(limit));
    }

    [Description(
        "Finds what stands against what in a story: figures that cannot all be right, statements and their "
        + "denials. Without a verdict.")]
    public CallToolResult FindConflicts(
        [Description(StoryHelp)] string story,
        [Description("The most rows.")][Range(1, Most)] int limit = Usual,
        [Description(CursorHelp)] string? cursor = null)
    {
        var view = stories.Find(story);
        var number = 0;
        var rows = new List<object>();
        foreach (var conflict in view.Story.FigureConflicts)
        {
            number++;
            var side = 0;
            foreach (var point in conflict.Sides)
            {
                rows.Add(new { Conflict = number, Kind = "figures", Side = ++side, Figure = Point(view, conflict.Series, point) });
            }
        }

        foreach (var conflict in view.Story.MatterConflicts)
        {
            number++;
            foreach (var (side, statements) in new[] { (1, conflict.Stated), (2, conflict.Against) })
            {
                rows.AddRange(statements.Select(one => new { Conflict = number, Kind = "statements", Side = side, Claim = Statement(view, one) }));
            }
        }

        return ToolAnswer.Page(new { Story = Name(view), Conflicts = number }, rows, StoryFinding.From(cursor), Limited(limit));
    }

    [Description(
        "Traces which report of a story has its text from whom, with the shared words that show it, and from "
        + "how many independent origins all come.")]
    public CallToolResult TraceLineage(
        [Description(StoryHelp)] string story,
        [Description("The most rows.")][Range(1, Most)] int limit = Usual,
        [Description(CursorHelp)] string? cursor = null)
    {
        var view = stories.Find(story);
        var lineage = view.Story.Lineage;
        var edges = lineage.Edges.ToLookup(edge => edge.To.Number);
        var rows = view.Story.Reports.Select(report => Lineage(view, report, [.. edges[report.Number]]));
        var head = new
        {
            Story = Name(view),
            lineage.Origins,
            SourcesNotRead = lineage.Nodes.Where(node => node.Kind != LineageNodeKind.Report).Take(MostSeries).Select(Node),
        };
        return ToolAnswer.Page(head, [.. rows], StoryFinding.From(cursor), Limited(limit));
    }

    private static object Lineage(StoryView view, Report report, List<LineageEdge> edges)
    {
        var primary = edges.Find(edge => edge.IsPrimary);
        var others = edges.FindAll(edge => !edge.IsPrimary);
        var article = report.Article;
        var evidence = primary?.Evidence.Select(run => run.InTo).Where(span => !span.IsEmpty).ToList() ?? [];
        return new
        {
            report.Number,
            From = primary is null ? null : Edge(primary),
            Also = others.Count == 0 ? null : others.Take(MostSeries).Select(Edge),
            Source = Source.Of(view.ArticleOf(report), article),
            Title = ToolWords.Name(article.Title),
            Quotes = evidence.Count == 0 ? Quote.OfHead(article) : Quote.Of(article, evidence),
            QuotesAre = evidence.Count == 0 ? "the head of the report" : "what it shares with the one it hangs on",
        };
    }

    private static object Edge(LineageEdge edge) => new
    {
        Kind = WireNames.Of(edge.Kind),
        Node = Node(edge.From),
        DirectionKnown = edge.IsDirectionKnown,
        Share = Math.Round(edge.Share, 3),
    };

    private static object Node(LineageNode node) => new
    {
        node.Number,
        Is = node.Kind switch { LineageNodeKind.Report => "report", LineageNodeKind.Named => "outlet-not-read", _ => "unseen-source" },
        Outlet = ToolWords.Name(node.Name),
    };

    private static PointAnswer Point(StoryView view, FigureSeries series, SeriesPoint point)
    {
        var telling = point.First;
        var article = telling.Report.Article;
        return new PointAnswer
        {
            Series = ToolWords.Name(series.Name),
            Comparable = series.IsComparable,
            Number = point.Number,
            Figure = FigureAnswer.Of(point.Figure, FigureText(point)),
            Speakers = [.. point.Voices.Select(voice => new SpeakerAnswer(
                null, ToolWords.Name(voice.Name), ToolWords.Name(voice.Role), WireNames.Of(voice.Type), ToolWords.Name(voice.Party)))],
            Stance = WireNames.Of(point.Stance),
            AsOf = point.AsOf?.ToString(),
            Relation = SeriesNames.Of(point.Relation),
            To = point.To,
            Contradicts = point.Contradicts.Count == 0 ? null : point.Contradicts,
            Withdrawn = point.WithdrawnBy is not null ? true : null,
            Reports = [.. point.Reports.Select(report => report.Number)],
            Source = Source.Of(view.ArticleOf(telling.Report), article),
            Quotes = Quote.Of(article, [telling.Span, telling.Sentence]),
        };
    }

    // The figure's own span lies in the report that tells it first.
    private static string FigureText(SeriesPoint point) => point.First.Report.Article.Text;

    private static ClaimAnswer Statement(StoryView view, Statement statement)
    {
        var telling = statement.Tellings[0];
        return ClaimAnswer.Of(view.ArticleOf(telling.Report), telling.Report.Article, view.ClaimOf(telling), telling.Claim);
    }

    private static bool IsCalled(FigureSeries series, string counted) =>
        series.Words.Prepend(series.Name).Any(name => name.Contains(counted, StringComparison.OrdinalIgnoreCase));

    private static int Limited(int limit) => Math.Clamp(limit, 1, Most);
}
