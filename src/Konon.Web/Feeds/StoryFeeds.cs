using Konon.Ledger;
using Konon.Stories;
using Konon.Stories.Series;
using Konon.Views;
using Konon.Web.Telling;

namespace Konon.Web.Feeds;

/// <summary>Names the feeds of a story by what they follow, so that a name lasts while the story grows.</summary>
internal static class StoryFeeds
{
    private static readonly UiWords Words = UiWords.Of("en");

    /// <summary>The story's own feed, one for each figure that can be compared over time, and one for each conflict.</summary>
    public static IReadOnlyList<FeedAddress> Of(StoryView view)
    {
        var story = "/stories/" + view.Row.Id;
        var own = "urn:konon:story:" + view.Row.Id;
        return
        [
            new FeedAddress("story", own, FeedText.Title(view.Row.Name), story),
            .. view.Story.Figures.Where(series => series.IsComparable)
                .Select(series => New("series", Id(series), FiguresView.Title(series, Words))),
            .. view.Story.FigureConflicts.Select(conflict => New("conflict", Id(conflict.Series),
                FiguresView.Title(conflict.Series, Words))),
            .. view.Story.MatterConflicts.Select(conflict => New("conflict", Id(conflict.Against[0], view), conflict.Against[0].Words)),
        ];

        FeedAddress New(string kind, string id, string title) =>
            new(kind, $"{own}:{kind}:{id}", FeedText.Title(title), $"{story}/{(kind == "series" ? "figures" : "conflicts")}/{id}");
    }

    /// <summary>The series of an id; null where the story has none.</summary>
    public static FigureSeries? Series(StoryView view, string id) =>
        view.Story.Figures.FirstOrDefault(series => series.IsComparable && Id(series) == id);

    /// <summary>The conflict over the figure of an id.</summary>
    public static FigureConflict? FigureConflict(StoryView view, string id) =>
        view.Story.FigureConflicts.FirstOrDefault(conflict => Id(conflict.Series) == id);

    /// <summary>
    /// The conflict in which a statement stands that made the id. A conflict is called by the first of those against, and an older report
    /// may bring an earlier one: the feed that somebody reads goes on all the same.
    /// </summary>
    public static MatterConflict? MatterConflict(StoryView view, string id) => view.Story.MatterConflicts.FirstOrDefault(conflict =>
        conflict.Against.Concat(conflict.Stated).Any(statement => Id(statement, view) == id));

    /// <summary>The id of a statement: made of the words of its first telling and the article that they stand in.</summary>
    public static string Id(Statement statement, StoryView view) => ContentId.Of(view.ArticleOf(statement.Report), statement.Words);

    /// <summary>The id of a series: made of what is counted.</summary>
    public static string Id(FigureSeries series) => SeriesIds.Of(series.Key);
}
