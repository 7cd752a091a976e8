namespace Konon.Stories;

/// <summary>Counts how many of a story's reports can have been written apart from each other, at most.</summary>
internal static class IndependentTexts
{
    /// <summary>The most reports that one can pick so that no two share narrative or credit each other, and no two come from one outlet.</summary>
    /// <remarks>
    /// Reports that share narrative, or credit each other, form a family; each family picked needs an outlet of its own. The most families that can
    /// have one is a maximum matching of families and outlets, found by augmenting paths (Kuhn). An outlet that nothing names
    /// is nobody else's, which keeps the count an upper bound.
    /// </remarks>
    public static int AtMost(IReadOnlyList<Report> reports, IReadOnlyList<SharedText> shared)
    {
        var groups = new Groups(reports.Count);
        foreach (var text in shared)
        {
            if (text.Kind is SharedTextKind.Narrative or SharedTextKind.Relay) groups.Join(text.One.Number - 1, text.Other.Number - 1);
        }

        var families = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Count; i++)
        {
            var outlet = reports[i].Article.Outlet is { } named ? OutletNames.Fold(named) : $"\0{i}";
            if (!families.TryGetValue(outlet, out var own)) families.Add(outlet, own = []);
            own.Add(groups.Of(i));
        }

        var takenBy = new Dictionary<int, string>();
        return families.Keys.Count(outlet => TryTake(outlet, families, takenBy, []));
    }

    // An outlet takes a family that is free, or that its owner can give up for another.
    private static bool TryTake(string outlet, Dictionary<string, HashSet<int>> families, Dictionary<int, string> takenBy, HashSet<int> seen)
    {
        foreach (var family in families[outlet])
        {
            if (!seen.Add(family)) continue;
            if (takenBy.TryGetValue(family, out var owner) && !TryTake(owner, families, takenBy, seen)) continue;
            takenBy[family] = outlet;
            return true;
        }

        return false;
    }
}
