using Konon.Text;

namespace Konon.Stories.Lineage;

/// <summary>Picks the words that show an edge.</summary>
internal static class Evidence
{
    private const int Most = 24;

    // Two runs with a word or two between them are one stretch with a word replaced.
    private const int LargestGap = 2;

    /// <summary>The stretches of a tie, longest first, from the one report to the other.</summary>
    public static IReadOnlyList<SharedRun> Of(Tie tie, ReportText one, ReportText other)
    {
        var shown = tie.Kind is LineageEdgeKind.SharedQuote or LineageEdgeKind.SameOrigin
            ? tie.Likeness.Runs.Where(run => run.Kind is not TextKind.Credit and not TextKind.Template)
            : tie.Likeness.Runs.Where(run => run.Kind == TextKind.Narrative);
        return
        [
            .. Joined(shown)
                .OrderByDescending(run => run.Words).ThenBy(run => run.One)
                .Take(Most)
                .Select(run => new SharedRun(
                    Span(one, run.One, run.OneEnd), Span(other, run.Other, run.OtherEnd), run.Kind, run.Words)),
        ];
    }

    private static TextSpan Span(ReportText text, int first, int end) => new(text.Words[first].Start, text.Words[end - 1].End);

    private static List<Stretch> Joined(IEnumerable<WordRun> runs)
    {
        var joined = new List<Stretch>();
        foreach (var run in runs)
        {
            if (joined is [.., var last] && last.Kind == run.Kind
                && run.One - last.OneEnd is >= 0 and <= LargestGap && run.Other - last.OtherEnd is >= 0 and <= LargestGap)
            {
                joined[^1] = last with { OneEnd = run.One + run.Length, OtherEnd = run.Other + run.Length, Words = last.Words + run.Length };
                continue;
            }

            joined.Add(new Stretch(run.One, run.One + run.Length, run.Other, run.Other + run.Length, run.Kind, run.Length));
        }

        return joined;
    }

    private readonly record struct Stretch(int One, int OneEnd, int Other, int OtherEnd, TextKind Kind, int Words);
}
