using Konon.Claims;

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
        var figures = FigureList.Of(statements);
        var shared = SharedTextFinder.Of(reports);
        return new Story
        {
            Reports = reports,
            Outlets = OutletNames.Distinct(reports),
            IndependentTexts = Independent(reports, shared),
            Statements = statements,
            Figures = figures,
            Positions = PositionList.Of(statements),
            SharedTexts = shared,
            FigureConflicts = FigureConflictFinder.Of(figures),
            MatterConflicts = MatterConflictFinder.Of(statements),
        };
    }

    private static int Independent(IReadOnlyList<Report> reports, IReadOnlyList<SharedText> shared)
    {
        var groups = new Groups(reports.Count);
        foreach (var text in shared)
        {
            if (text.Kind == SharedTextKind.Narrative) groups.Join(text.One.Number - 1, text.Other.Number - 1);
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i].Article.Outlet is not { } outlet) continue;
            if (!first.TryAdd(OutletNames.Fold(outlet), i)) groups.Join(first[OutletNames.Fold(outlet)], i);
        }

        return groups.Count;
    }
}
