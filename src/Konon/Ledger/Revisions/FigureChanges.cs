using Konon.Claims;
using Konon.Ledger.Review;

namespace Konon.Ledger.Revisions;

/// <summary>Finds which figures of a claim changed.</summary>
/// <remarks>Figures that are as they were go together first, then those that count the same, then what is left, in order.</remarks>
internal static class FigureChanges
{
    private static readonly string[] Names = ["value", "max", "bound", "counted", "unit", "status", "scope", "as_of"];

    // More figures than this in one claim are a table; what is behind them is compared as words alone.
    private const int Most = 64;

    /// <summary>The changes; a field of a figure that stayed is named by its number in the newer claim.</summary>
    public static IEnumerable<FieldChange> Find(Claim before, string oldText, Claim after, string freshText)
    {
        var old = Enumerable.Range(1, Math.Min(Most, before.Figures.Count)).ToList();
        var fresh = Enumerable.Range(1, Math.Min(Most, after.Figures.Count)).ToList();
        Pair(old, fresh, (one, other) => !Compare(before, one, after, other).Any());
        foreach (
            var (one, other) in Pair(old, fresh, (one, other) => Same(before.Figures[one - 1].Counted, after.Figures[other - 1].Counted)))
        {
            foreach (var change in Compare(before, one, after, other)) yield return change;
        }

        foreach (var other in fresh) yield return new FieldChange("figure", null, after.Figures[other - 1].Span.Of(freshText));
        foreach (var one in old) yield return new FieldChange("figure", before.Figures[one - 1].Span.Of(oldText), null);
    }

    // Takes the pairs that go together out of both lists.
    private static List<(int One, int Other)> Pair(List<int> old, List<int> fresh, Func<int, int, bool> together)
    {
        var pairs = new List<(int One, int Other)>();
        foreach (var other in fresh.ToList())
        {
            var at = old.FindIndex(one => together(one, other));
            if (at < 0) continue;
            pairs.Add((old[at], other));
            old.RemoveAt(at);
            fresh.Remove(other);
        }

        return pairs;
    }

    private static IEnumerable<FieldChange> Compare(Claim before, int one, Claim after, int other) => Names
        .Select(name => new FieldChange(
            new ClaimField(ClaimPart.Figure, other, name).ToString(),
            Correction.ValueOf(before, new ClaimField(ClaimPart.Figure, one, name)),
            Correction.ValueOf(after, new ClaimField(ClaimPart.Figure, other, name))))
        .Where(change => change.Before != change.After);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
