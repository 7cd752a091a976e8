using Konon.Claims;

namespace Konon.Stories;

/// <summary>Finds what some state and others deny, doubt or decline to comment on.</summary>
internal static class MatterConflictFinder
{
    // A denial is short ("denied sending troops"), so half of the shorter side's words is asked for, and two at least.
    private const double SameMatter = 0.5;
    private const int FewestShared = 2;
    private const int Cap = 200;
    private const int MostStated = 4;

    // One of more figures is a text run together, and comparing all of them with all others' would cost more than reading it.
    private const int MostFigures = 32;

    /// <summary>The conflicts, in order of the earliest statement against.</summary>
    public static IReadOnlyList<MatterConflict> Of(IReadOnlyList<Statement> statements)
    {
        var matters = statements.Select(Matter.Of).ToList();
        var stated = new Postings<string>(Cap);
        for (var i = 0; i < statements.Count; i++)
        {
            if (States(statements[i])) stated.Add(i, matters[i].Stems);
        }

        var byReport = Enumerable.Range(0, statements.Count).ToLookup(i => statements[i].Report.Number);
        var groups = new Groups(statements.Count);
        var facing = new SortedDictionary<int, IReadOnlyList<int>>();
        for (var i = 0; i < statements.Count; i++)
        {
            if (!StandsAgainst(statements[i])) continue;
            var sides = matters[i].PointsBack ? Before(i, statements, byReport) : Facing(i, statements, matters, stated);
            if (sides.Count == 0) continue;
            facing.Add(i, sides);
            foreach (var side in sides) groups.Join(i, side);
        }

        return
        [
            .. facing.GroupBy(pair => groups.Of(pair.Key)).Select(group => new MatterConflict(
                [.. MostFacedFirst(group.SelectMany(pair => pair.Value)).Select(i => statements[i])],
                [.. group.Select(pair => statements[pair.Key])])),
        ];
    }

    private static IEnumerable<int> MostFacedFirst(IEnumerable<int> stated) =>
        stated.GroupBy(i => i).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => same.Key);

    private static bool States(Statement statement) => statement.Claim.Stance is Stance.Asserts or Stance.Confirms;

    private static bool StandsAgainst(Statement statement) =>
        statement.Claim.Stance is Stance.Denies or Stance.Doubts or Stance.Declines;

    private static List<int> Facing(
        int against, IReadOnlyList<Statement> statements, List<Matter> matters, Postings<string> stated)
    {
        return
        [
            .. stated.Shared(matters[against].Stems)
                .Where(pair => pair.Value >= FewestShared && IsOther(statements[pair.Key], statements[against]))
                .Select(pair => (Index: pair.Key, Overlap: matters[against].Overlap(matters[pair.Key], out _)))
                .Where(pair => pair.Overlap >= SameMatter && CountAlike(statements[pair.Index], statements[against]))
                .OrderByDescending(pair => pair.Overlap)
                .ThenBy(pair => pair.Index)
                .Take(MostStated)
                .Select(pair => pair.Index),
        ];
    }

    /// <summary>Whether two statements may be of one number: one of them gives none, or some values meet, or they count the same.</summary>
    /// <remarks>That 12 citizens were aboard is not what who denies 180 passengers denies.</remarks>
    private static bool CountAlike(Statement one, Statement other)
    {
        if (one.Claim.Figures.Count is 0 or > MostFigures || other.Claim.Figures.Count is 0 or > MostFigures) return true;
        var facing = Counts(other);
        return Counts(one).Exists(count => facing.Exists(against => !count.Value.IsApartFrom(against.Value)
            || count.Of is null || against.Of is null || count.Of.Overlaps(against.Of)));
    }

    /// <summary>A statement's figures: the value, and the words of what is counted, each as it is filed; null where it names nothing.</summary>
    private static List<(Interval Value, HashSet<string>? Of)> Counts(Statement statement)
    {
        var words = StoryWords.Of(statement.Report.Article.Language);
        return [.. statement.Claim.Figures.Select(figure => (Interval.Of(figure), figure.Counted?.ToLowerInvariant().Split(' ')
            .Select(word => words.Counted(word)?.FiledUnder ?? words.Stem(word)).ToHashSet(StringComparer.Ordinal)))];
    }

    // "laporan tersebut": what another side stated last before it in the same report.
    private static List<int> Before(int against, IReadOnlyList<Statement> statements, ILookup<int, int> byReport)
    {
        var denial = statements[against];
        return
        [
            .. byReport[denial.Report.Number]
                .Where(i => statements[i].Start < denial.Start && States(statements[i]) && IsOther(statements[i], denial))
                .OrderByDescending(i => statements[i].Start)
                .Take(1),
        ];
    }

    private static bool IsOther(Statement one, Statement other) =>
        !one.Voices.Any(other.Voices.Contains) && !one.Parties.Any(other.Parties.Contains);
}
