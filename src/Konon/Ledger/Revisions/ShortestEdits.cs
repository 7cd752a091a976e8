namespace Konon.Ledger.Revisions;

/// <summary>Finds the fewest edits that turn one list into another.</summary>
/// <remarks>
/// E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), the greedy algorithm of section 3 with
/// the furthest
/// reaching points kept for the way back. What both lists start and end with is passed over first. The number of edits is bounded, so that
/// the work is linear in the lists; lists that differ more than that differ as a whole.
/// </remarks>
internal static class ShortestEdits
{
    /// <summary>The edits, in order, none touching the next; empty where both are the same.</summary>
    /// <param name="before">The one list, as numbers.</param>
    /// <param name="after">The other.</param>
    /// <param name="most">The most items added and removed that are looked for.</param>
    public static List<ListEdit> Find(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int most)
    {
        var head = before.CommonPrefixLength(after);
        var tail = CommonSuffix(before[head..], after[head..]);
        var old = before[head..^tail];
        var fresh = after[head..^tail];
        if (old.IsEmpty && fresh.IsEmpty) return [];
        if (old.IsEmpty || fresh.IsEmpty) return [new ListEdit(head, head + old.Length, head, head + fresh.Length)];
        if (Trace(old, fresh, most) is not { } trace) return [new ListEdit(head, head + old.Length, head, head + fresh.Length)];
        return Joined(Path(trace, old.Length, fresh.Length), head);
    }

    private static int CommonSuffix(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        var length = 0;
        while (length < before.Length && length < after.Length && before[^(length + 1)] == after[^(length + 1)]) length++;
        return length;
    }

    // For each number of edits, how far one comes on each diagonal; null where that many do not reach the end.
    private static List<int[]>? Trace(ReadOnlySpan<int> old, ReadOnlySpan<int> fresh, int most)
    {
        var trace = new List<int[]>();
        var last = new int[3];
        for (var edits = 0; edits <= most; edits++)
        {
            // Diagonal k stands at k + edits + 1, with one place more at either end.
            var reach = new int[(2 * edits) + 3];
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = edits == 0 ? 0 : Start(last, k, edits);
                while (x < old.Length && x - k < fresh.Length && x - k >= 0 && old[x] == fresh[x - k]) x++;
                reach[k + edits + 1] = x;
                if (x < old.Length || x - k < fresh.Length) continue;
                trace.Add(reach);
                return trace;
            }

            trace.Add(reach);
            last = reach;
        }

        return null;
    }

    // From the diagonal above one adds, from the one below one removes; whichever comes further.
    private static int Start(int[] last, int k, int edits)
    {
        // In the array of one edit less, diagonal k stands at k + edits.
        var added = k == edits ? -1 : last[k + 1 + edits];
        var removed = k == -edits ? -1 : last[k - 1 + edits] + 1;
        return Math.Max(added, removed);
    }

    // The single steps, from the end to the start.
    private static List<ListEdit> Path(List<int[]> trace, int oldLength, int freshLength)
    {
        var steps = new List<ListEdit>();
        var (x, y) = (oldLength, freshLength);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var k = x - y;
            var last = trace[edits - 1];
            var added = k == edits ? -1 : last[k + 1 + edits];
            var removed = k == -edits ? -1 : last[k - 1 + edits] + 1;
            if (added >= removed)
            {
                (x, y) = (added, added - (k + 1));
                steps.Add(new ListEdit(x, x, y, y + 1));
            }
            else
            {
                (x, y) = (removed - 1, removed - 1 - (k - 1));
                steps.Add(new ListEdit(x, x + 1, y, y));
            }
        }

        steps.Reverse();
        return steps;
    }

    private static List<ListEdit> Joined(List<ListEdit> steps, int offset)
    {
        var joined = new List<ListEdit>();
        foreach (var step in steps)
        {
            var moved = new ListEdit(step.BeforeStart + offset, step.BeforeEnd + offset, step.AfterStart + offset, step.AfterEnd + offset);
            if (joined.Count > 0 && joined[^1].BeforeEnd == moved.BeforeStart && joined[^1].AfterEnd == moved.AfterStart)
            {
                joined[^1] = joined[^1] with { BeforeEnd = moved.BeforeEnd, AfterEnd = moved.AfterEnd };
            }
            else
            {
                joined.Add(moved);
            }
        }

        return joined;
    }
}
