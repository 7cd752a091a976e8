namespace Konon.Stories.Lineage;

/// <summary>What two copies share that their supposed source does not have: it shows a source that nobody sees.</summary>
internal static class Residue
{
    // If A fathers B and C, what B and C share lies in A. A line that C took from B on the way is a passage, not a source.
    private const int FewestWords = 8;
    private const double SmallestPart = 0.07;

    /// <summary>Whether <paramref name="between"/> shares so much that <paramref name="source"/> lacks that neither had it from there.</summary>
    /// <param name="between">The tie of the two copies.</param>
    /// <param name="left">The tie of the one copy with the supposed source.</param>
    /// <param name="right">That of the other copy.</param>
    /// <param name="source">The supposed source.</param>
    public static bool Shows(Tie between, Tie left, Tie right, int source)
    {
        var words = Math.Min(
            Missing(between, left, source, between.One), Missing(between, right, source, between.Other));
        return words >= FewestWords && words >= SmallestPart * between.Likeness.Narrative;
    }

    /// <summary>Whether a taker shares words with a third report that the supposed giver lacks: it had them from elsewhere.</summary>
    public static bool LeavesAstray(Tie takerAndThird, Tie tie, int giver, int taker) =>
        Missing(takerAndThird, tie, giver, taker) > MostAstray;

    /// <summary>Whether the giver has what a third report has and the taker lost.</summary>
    public static bool ShowsGiver(Tie tie, int giver, int taker, Tie giverAndThird) =>
        Missing(giverAndThird, tie, taker, giver) >= FewestLost;

    // Words beside a changed one seldom make a run of three: so many are missed where everything is as it should be.
    private const int MostAstray = 4;
    private const int FewestLost = 6;

    private static int Missing(Tie between, Tie withSource, int source, int copy)
    {
        var covered = new HashSet<int>();
        foreach (var run in withSource.Likeness.Runs)
        {
            var first = withSource.One == source ? run.Other : run.One;
            for (var i = 0; i < run.Length; i++) covered.Add(first + i);
        }

        var missing = 0;
        foreach (var run in between.Likeness.Runs)
        {
            if (run.Kind != TextKind.Narrative) continue;
            var first = between.One == copy ? run.One : run.Other;
            for (var i = 0; i < run.Length; i++)
            {
                if (!covered.Contains(first + i)) missing++;
            }
        }

        return missing;
    }
}
