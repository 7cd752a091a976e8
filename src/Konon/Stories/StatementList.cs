using Konon.Claims;

namespace Konon.Stories;

/// <summary>Makes the story's statements: every claim once, with the reports that give it.</summary>
internal static class StatementList
{
    // Two reports seldom print a quotation letter by letter alike; four fifths of its words is the same statement,
    // and figures and stance must be the same anyway.
    private const double SameWords = 0.8;
    private const int Cap = 100;
    private const int MostCompared = 16;

    /// <summary>The statements in order of time.</summary>
    public static IReadOnlyList<Statement> Of(IReadOnlyList<Report> reports, VoiceBook voices)
    {
        var single = reports.SelectMany(report => report.Reading.Claims.Select(claim => Single(report, claim, voices))).ToList();
        var groups = Join(single);
        return
        [
            .. Enumerable.Range(0, single.Count).GroupBy(groups.Of).Select(group => Merge([.. group.Select(i => single[i])]))
                .OrderBy(statement => statement.Place)
                .ThenBy(statement => statement.Report.Number)
                .ThenBy(statement => statement.Start),
        ];
    }

    private static Statement Single(Report report, Claim claim, VoiceBook voices) => new()
    {
        Report = report,
        Claim = claim,
        Voices = [.. claim.Speakers.Select(speaker => voices[speaker]).Distinct()],
        Reports = [report],
        Tellings = [new StatementTelling(report, claim)],
        SaidOn = claim.SaidOn,
        Via = [.. claim.Via.Select(relay => relay.Name)],
    };

    private static Groups Join(List<Statement> statements)
    {
        var groups = new Groups(statements.Count);
        var matters = statements.Select(Matter.Of).ToList();
        var postings = new Postings<string>(Cap);
        for (var i = 0; i < statements.Count; i++)
        {
            var shared = postings.Shared(matters[i].Stems);
            foreach (var (other, _) in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCompared))
            {
                if (Same(statements[i], matters[i], statements[other], matters[other])) groups.Join(i, other);
            }

            postings.Add(i, matters[i].Stems);
        }

        return groups;
    }

    private static bool Same(Statement one, Matter matter, Statement other, Matter otherMatter)
    {
        if (one.Claim.Stance != other.Claim.Stance || matter.PointsBack) return false;
        if (!one.Voices.ToHashSet().SetEquals(other.Voices)) return false;
        if (!Numbers(one.Claim).SequenceEqual(Numbers(other.Claim))) return false;
        matter.Overlap(otherMatter, out var shared);
        return shared >= SameWords * Math.Max(matter.Stems.Count, otherMatter.Stems.Count);
    }

    private static IEnumerable<(decimal, decimal?, Bound)> Numbers(Claim claim) =>
        claim.Figures.Select(figure => (figure.Value, figure.Max, figure.Bound)).Order();

    private static Statement Merge(IReadOnlyList<Statement> same) => same[0] with
    {
        Reports = [.. same.Select(statement => statement.Report).Distinct()],
        Tellings = [.. same.SelectMany(statement => statement.Tellings)],
        SaidOn = same.Select(statement => statement.SaidOn).FirstOrDefault(day => day is not null),
        Via = [.. same.SelectMany(statement => statement.Via).Distinct(StringComparer.OrdinalIgnoreCase)],
    };
}
