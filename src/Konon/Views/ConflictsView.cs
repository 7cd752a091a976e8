using Konon.Stories;
using Konon.Stories.Series;

namespace Konon.Views;

/// <summary>What stands against what in a story as a listing: one section a conflict, one row a side's words. It has no verdict.</summary>
public static class ConflictsView
{
    /// <summary>Figure against figure first, then statement against denial.</summary>
    /// <param name="story">The story.</param>
    /// <param name="words">The reader's language, for what a person reads.</param>
    public static IReadOnlyList<ViewSection> Of(Story story, UiWords words)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(words);
        return [.. story.FigureConflicts.Select(conflict => Section(conflict, words)), .. story.MatterConflicts.Select(conflict => Section(conflict, words))];
    }

    private static ViewSection Section(FigureConflict conflict, UiWords words) => new(
        FiguresView.Title(conflict.Series, words),
        [new ViewField("kind", "figure"), new ViewField("name", conflict.Series.Name)],
        "sides",
        [.. conflict.Sides.Select(side => Row(side, words))]);

    private static ViewRow Row(SeriesPoint side, UiWords words)
    {
        var figure = words.Figure(side.Figure.Value, side.Figure.Max, side.Figure.Bound, side.Figure.Unit);
        // The article's own sentence before a headline's few words.
        var told = side.Tellings.Where(telling => telling.Statement is not null)
            .OrderBy(telling => telling.Span.Start < telling.Report.Article.BodyStart)
            .FirstOrDefault(side.First);
        IReadOnlyList<ViewField> fields = told.Statement is { } statement ? StatementFields.Of(statement) : [];
        return new ViewRow(
            [new ViewField("side", side.Number), new ViewField("value", side.Figure.Value), new ViewField("against", side.Contradicts), .. fields],
            [figure, string.Join(", ", side.Voices.Select(voice => voice.ToString())), Reports(side.Reports), "“" + told.Words + "”"]);
    }

    private static ViewSection Section(MatterConflict conflict, UiWords words) => new(
        words["side.against"] + ": " + StatementFields.Who(conflict.Against[0], words),
        [new ViewField("kind", "matter"), new ViewField("name", null)],
        "sides",
        [
            .. conflict.Stated.Select(statement => Row(statement, 1, [2], words)),
            .. conflict.Against.Select(statement => Row(statement, 2, [1], words)),
        ]);

    private static ViewRow Row(Statement statement, int side, int[] against, UiWords words) => new(
        [new ViewField("side", side), new ViewField("value", null), new ViewField("against", against), .. StatementFields.Of(statement)],
        [
            words.Stance(statement.Claim.Stance),
            StatementFields.Who(statement, words),
            Reports(statement.Reports),
            "“" + statement.Words + "”",
        ]);

    private static string Reports(IEnumerable<Report> reports) => BriefLabels.Reports([.. reports.Select(report => report.Number)]);
}
