using Konon.Claims;

namespace Konon.Stories;

/// <summary>Finds where one party says otherwise than before of the same matter.</summary>
internal static class PositionChanges
{
    private const double SameMatter = 0.5;
    private const int FewestShared = 2;
    private const int Cap = 100;
    private const int MostCompared = 16;

    /// <summary>The changes among a party's statements, which are in order of time.</summary>
    public static IReadOnlyList<PositionChange> Of(IReadOnlyList<Statement> said)
    {
        if (said.Select(statement => KindOf(statement.Claim.Stance)).Distinct().Take(2).Count() < 2) return [];
        var matters = said.Select(Matter.Of).ToList();
        var postings = new Postings<string>(Cap);
        var changes = new List<PositionChange>();
        for (var i = 0; i < said.Count; i++)
        {
            var before = Before(i, matters, postings);
            // Only against what it said of it last: who comes back to a first position has changed twice.
            if (before >= 0 && KindOf(said[before].Claim.Stance) != KindOf(said[i].Claim.Stance)) changes.Add(new PositionChange(said[before], said[i]));
            if (KindOf(said[i].Claim.Stance) != Kind.None) postings.Add(i, matters[i].Stems);
        }

        return [.. changes.Where(change => KindOf(change.To.Claim.Stance) != Kind.None)];
    }

    // The last statement before it on the same matter; -1 for none.
    private static int Before(int i, List<Matter> matters, Postings<string> postings)
    {
        var last = -1;
        foreach (var (other, shared) in postings.Shared(matters[i].Stems).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCompared))
        {
            var overlap = matters[i].Overlap(matters[other], out _);
            var fewest = Math.Min(FewestShared, Math.Min(matters[i].Stems.Count, matters[other].Stems.Count));
            if (shared >= fewest && overlap >= SameMatter) last = Math.Max(last, other);
        }

        return last;
    }

    private enum Kind { None, States, Against, Silent }

    private static Kind KindOf(Stance stance) => stance switch
    {
        Stance.Asserts or Stance.Confirms => Kind.States,
        Stance.Denies or Stance.Doubts => Kind.Against,
        Stance.Declines => Kind.Silent,
        _ => Kind.None,
    };
}
