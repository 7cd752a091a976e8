using System.Globalization;
using Konon.Claims;
using Konon.Ledger;
using Konon.Store;
using Konon.Stories;
using Konon.Stories.Series;
using Konon.Views;
using Konon.Web.Http;
using Konon.Web.Telling;

namespace Konon.Web.Feeds;

/// <summary>Makes entries of a story: of its reports, of the points of a figure, of the sides of a conflict.</summary>
/// <remarks>What an entry shows came to be known when the last of the reports did that it is made of: that is what moves it.</remarks>
internal sealed class StoryEntries(StoryView view, LedgerStore store, WebWords words)
{
    private const int Most = 50;
    private const int MostClaims = 20;

    /// <summary>An entry for each report: who says what in it.</summary>
    public IReadOnlyList<FeedEntry> Reports()
    {
        var known = Known(view.Story.Reports);
        return Newest(view.Story.Reports.Select(report => new FeedEntry
        {
            Id = "urn:konon:article:" + view.ArticleOf(report),
            Title = report.Article.Title ?? words["feed.no-title"],
            Page = view.Report(report.Number),
            Source = FeedText.Address(report.Article.Url),
            Author = report.Article.Outlet,
            Updated = known(report),
            Paragraphs =
            [
                words.Count("article.claims", report.Reading.Claims.Count),
                .. report.Reading.Claims.Take(MostClaims).Select(claim => Said(claim, report)),
            ],
        }));
    }

    /// <summary>An entry for each value that a source gives.</summary>
    public IReadOnlyList<FeedEntry> Points(FigureSeries series, string feed) => Newest(OfPoints(series, series.Points, feed));

    /// <summary>An entry for each side of a conflict over a figure.</summary>
    public IReadOnlyList<FeedEntry> Sides(FigureConflict conflict, string feed) => Newest(OfPoints(conflict.Series, conflict.Sides, feed));

    /// <summary>An entry for each statement of a conflict.</summary>
    public IReadOnlyList<FeedEntry> Sides(MatterConflict conflict)
    {
        var statements = conflict.Stated.Concat(conflict.Against).ToList();
        var known = Known(statements.SelectMany(statement => statement.Reports));
        return Newest(statements.Select(statement => new FeedEntry
        {
            Id = $"urn:konon:claim:{view.ArticleOf(statement.Report)}:words:{ContentId.Of(statement.Words)}",
            Title = $"{Voices(statement.Voices)} · {words.Ui.Stance(statement.Claim.Stance)}: {statement.Words}",
            Page = view.Claim(statement),
            Source = FeedText.Address(statement.Report.Article.Url),
            Author = statement.Report.Article.Outlet,
            Updated = statement.Reports.Max(known),
            Paragraphs = [statement.Words, words.Count("story.reports", statement.Reports.Count)],
        }));
    }

    private IEnumerable<FeedEntry> OfPoints(FigureSeries series, IReadOnlyList<SeriesPoint> points, string feed)
    {
        var known = Known(series.Points.SelectMany(point => point.Reports.Concat(Withdrawal(point))));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var point in points)
        {
            var name = NameOf(point);
            for (var times = 2; !names.Add(name); times++) name = ContentId.Of(NameOf(point), times.ToString(CultureInfo.InvariantCulture));
            yield return new FeedEntry
            {
                Id = feed + ":" + name,
                Title = $"{Value(point)} · {FiguresView.Title(series, words.Ui)} · {Voices(point.Voices)}",
                Page = point.First.Statement is { } statement ? view.Claim(statement) : view.Report(point.First.Report.Number),
                Source = FeedText.Address(point.First.Report.Article.Url),
                Author = point.First.Report.Article.Outlet,
                Updated = point.Reports.Concat(Withdrawal(point)).Concat(Earlier(series, point)).Max(known),
                Paragraphs = [.. Paragraphs(series, point)],
            };
        }
    }

    private IEnumerable<string> Paragraphs(FigureSeries series, SeriesPoint point)
    {
        yield return point.First.Words;
        var relation = point.To is { } to
            ? words["relation." + SeriesNames.Of(point.Relation)] + " " + Value(series.Points[to - 1])
            : words["relation." + SeriesNames.Of(point.Relation)];
        yield return string.Join(" · ", words.Ui.Stance(point.Stance), relation, words.Count("story.reports", point.Reports.Count()));
        if (point.WithdrawnBy is { } by) yield return words.Fill("feed.withdrawn", by.Words);
    }

    private static IEnumerable<Report> Withdrawal(SeriesPoint point) => point.WithdrawnBy is { } by ? [by.Report] : [];

    private static IEnumerable<Report> Earlier(FigureSeries series, SeriesPoint point) => point.To is { } to
        ? [series.Points[to - 1].First.Report] : [];

    // Of what the point is, not of where it was read: the next report of the same value by the same source is the same entry.
    private static string NameOf(SeriesPoint point) => ContentId.Of(
        point.Figure.Value.ToString(CultureInfo.InvariantCulture),
        point.Figure.Max?.ToString(CultureInfo.InvariantCulture) ?? "",
        WireNames.Of(point.Figure.Bound),
        WireNames.Of(point.Stance),
        point.Party ?? (point.Voices.Count == 0 ? "" : point.Voices[0].Name),
        point.AsOf?.ToString() ?? "");

    private string Value(SeriesPoint point) => words.Ui.Figure(point.Figure.Value, point.Figure.Max, point.Figure.Bound, point.Figure.Unit);

    private string Voices(IReadOnlyList<Voice> voices) => voices.Count == 0 ? words["claim.nobody"]
        : string.Join(", ", voices.Select(voice => voice.Name));

    private string Said(Claim claim, Report report)
    {
        var who = claim.Speakers.Count == 0 ? words["claim.nobody"] : string.Join(", ", claim.Speakers.Select(speaker => speaker.Name));
        var said = string.Join(" … ", claim.Content.Select(part => part.Of(report.Article.Text)));
        return $"{who} · {words.Ui.Stance(claim.Stance)}: {said}";
    }

    private Func<Report, DateTimeOffset> Known(IEnumerable<Report> reports)
    {
        var known = store.ArticlesKnownSince([.. reports.Select(view.ArticleOf).Distinct(StringComparer.Ordinal)]);
        return report => known.GetValueOrDefault(view.ArticleOf(report), DateTimeOffset.UnixEpoch);
    }

    private static IReadOnlyList<FeedEntry> Newest(IEnumerable<FeedEntry> entries) => [.. ClaimEntries.Ordered(entries).Take(Most)];
}
