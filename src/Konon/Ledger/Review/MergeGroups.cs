namespace Konon.Ledger.Review;

/// <summary>Which of several are one, by what people merged and split.</summary>
public static class MergeGroups
{
    /// <summary>The head of everyone who was merged into another; whoever stands alone or is a head is not in it.</summary>
    /// <param name="decisions">Merges and splits that count, of one kind of target, in the order in which they were made.</param>
    /// <remarks>
    /// A merge brings the target and all that it was merged with under the other's head. A split takes one out; where it was
    /// the head, the one
    /// that joined the head first stands in its place. Near linear: the smaller group is renamed.
    /// </remarks>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (decision is { Action: DecisionAction.Merge, Other: { } other }) Merge(groups, decision.Target, other);
            else if (decision.Action == DecisionAction.Split) Split(groups, decision.Target);
        }

        return groups.Where(entry => entry.Value.Head != entry.Key).ToDictionary(
            entry => entry.Key, entry => entry.Value.Head, StringComparer.Ordinal);
    }

    private static void Merge(Dictionary<string, Group> groups, string target, string other)
    {
        var (one, into) = (Of(groups, target), Of(groups, other));
        if (ReferenceEquals(one, into)) return;
        var (small, large) = one.Members.Count < into.Members.Count ? (one, into) : (into, one);
        large.Head = into.Head;
        large.Members.AddRange(small.Members);
        foreach (var member in small.Members) groups[member] = large;
    }

    private static void Split(Dictionary<string, Group> groups, string target)
    {
        var group = Of(groups, target);
        if (group.Members.Count == 1) return;
        group.Members.Remove(target);
        if (group.Head == target) group.Head = group.Members[0];
        groups[target] = new Group(target);
    }

    private static Group Of(Dictionary<string, Group> groups, string member)
    {
        if (!groups.TryGetValue(member, out var group)) groups.Add(member, group = new Group(member));
        return group;
    }

    private sealed class Group(string first)
    {
        public string Head { get; set; } = first;

        public List<string> Members { get; } = [first];
    }
}
