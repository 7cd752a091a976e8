using Konon.Ledger.Revisions;
using Konon.Stories;
using Konon.Stories.Series;
using Konon.Text;

namespace Konon.Ledger.Alerts;

/// <summary>Tells what happened in a story between two looks at it.</summary>
/// <remarks>
/// Pure: two states in, the difference out, the same wherever it is made. What both states hold is no event, however a newer reader or
/// a person's decision shows it now, as long as both states are made in the same way. Linear in the two stories.
/// </remarks>
public static class StoryEventFinder
{
    // Sides of one event beyond these say nothing new.
    private const int MostSides = 12;

    /// <summary>The events, by kind, then in order of the story.</summary>
    /// <param name="before">The story at the last look; a story of no reports where there was none.</param>
    /// <param name="after">The story now.</param>
    public static IReadOnlyList<StoryEvent> Between(Story before, Story after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var memory = new StoryMemory(before);
        return
        [
            .. Figures(after, memory).Concat(Positions(after, memory)).Concat(Conflicts(after, memory)).Concat(Corrections(after, memory))
                .DistinctBy(happened => happened.Id),
        ];
    }

    private static IEnumerable<StoryEvent> Figures(Story story, StoryMemory memory) =>
        from series in story.Figures
        where series.IsComparable
        from point in series.Points
        where point is { Relation: PointRelation.Update, To: not null, IsFormer: false, WithdrawnBy: null } && !memory.Knows(series, point)
        select new StoryEvent(
            StoryEventKind.Figure, series.Name, [Side("was", series.Points[point.To!.Value - 1]), Side("now", point)]);

    private static IEnumerable<StoryEvent> Positions(Story story, StoryMemory memory) =>
        from position in story.Positions
        from change in position.Changes
        where !memory.Knows(position.Party, change)
        select new StoryEvent(StoryEventKind.Position, position.Party, [Side("was", change.From), Side("now", change.To)]);

    private static IEnumerable<StoryEvent> Conflicts(Story story, StoryMemory memory)
    {
        foreach (var conflict in story.FigureConflicts)
        {
            if (memory.Knows(conflict)) continue;
            yield return new StoryEvent(
                StoryEventKind.Conflict, conflict.Series.Name, [.. conflict.Sides.Take(MostSides).Select(side => Side("stated", side))]);
        }

        foreach (var conflict in story.MatterConflicts)
        {
            if (memory.Knows(conflict)) continue;
            yield return new StoryEvent(
                StoryEventKind.Conflict,
                "",
                [
                    .. conflict.Stated.Take(MostSides / 2).Select(statement => Side("stated", statement)),
                    .. conflict.Against.Take(MostSides / 2).Select(statement => Side("against", statement)),
                ]);
        }
    }

    private static IEnumerable<StoryEvent> Corrections(Story story, StoryMemory memory)
    {
        foreach (var series in story.Figures)
        {
            foreach (var point in series.Points)
            {
                if (point.WithdrawnBy is not { } by || memory.KnowsWithdrawn(series, point)) continue;
                yield return new StoryEvent(StoryEventKind.Correction, series.Name, [Side("withdrawn", point), Side("by", by)]);
            }
        }

        foreach (var report in story.Reports)
        {
            foreach (var note in CorrectionNotes.Find(report.Article))
            {
                if (!memory.Knows(report, note)) yield return new StoryEvent(StoryEventKind.Correction, "", [Side(report, note)]);
            }
        }
    }

    private static EventSide Side(string part, SeriesPoint point)
    {
        var telling = point.First;
        return new EventSide(part, telling.Report, telling.Sentence, telling.Words)
        {
            Voices = point.Voices,
            Stance = point.Stance,
            SaidOn = telling.Statement?.SaidOn,
            Figure = point.Figure,
        };
    }

    private static EventSide Side(string part, PointTelling telling) => new(part, telling.Report, telling.Sentence, telling.Words)
    {
        Voices = telling.Statement?.Voices ?? [],
        Stance = telling.Statement?.Claim.Stance,
        SaidOn = telling.Statement?.SaidOn,
    };

    private static EventSide Side(string part, Statement statement)
    {
        var content = statement.Claim.Content;
        return new EventSide(part, statement.Report, new TextSpan(content[0].Start, content[^1].End), statement.Words)
        {
            Voices = statement.Voices,
            Stance = statement.Claim.Stance,
            SaidOn = statement.SaidOn,
        };
    }

    private static EventSide Side(Report report, CorrectionNote note)
    {
        var at = report.Article.Text.IndexOf(note.Exact, StringComparison.Ordinal);
        return new EventSide("note", report, at < 0 ? null : new TextSpan(at, at + note.Exact.Length), note.Exact);
    }
}
