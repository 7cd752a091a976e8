using Konon.Claims;
using Konon.Stories.Lineage;
using Konon.Stories.Series;

namespace Konon.Stories;

/// <summary>Makes a story of readings.</summary>
/// <remarks>Pure: the same readings give the same story, in whatever order they come.</remarks>
public static class StoryBuilder
{
    /// <summary>Takes the readings as one story.</summary>
    /// <param name="readings">The articles with their claims; may be empty.</param>
    public static Story Build(IEnumerable<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var reports = ReportList.Of(readings);
        var statements = StatementList.Of(reports, VoiceBook.Of(reports));
        var figures = SeriesList.Of(reports, statements);
        return new Story
        {
            Reports = reports,
            Outlets = OutletNames.Distinct(reports),
            Lineage = LineageBuilder.Build(reports, LineageOptions.Default),
            Statements = statements,
            Figures = figures,
            Positions = PositionList.Of(statements),
            Corrections = StaleFigureFinder.Of(figures),
            FigureConflicts = FigureConflictFinder.Of(figures),
            MatterConflicts = MatterConflictFinder.Of(statements),
        };
    }
}
