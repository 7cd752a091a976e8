namespace Konon.Stories.Lineage;

/// <summary>Lays two texts side by side: greedy tiling by the longest run from left to right.</summary>
/// <remarks>Linear in the second text but for a bounded number of places looked at for each of its shingles.</remarks>
internal static class Alignment
{
    // A shingle that stands more often in one text is looked at in its first places only.
    private const int MostPlaces = 6;

    // A shorter piece between two pieces of another kind says nothing.
    private const int FewestWords = 3;

    // Of a run of names, titles and numbers at least this part is content words, or everybody would have written it so.
    private const double LeastContent = 0.25;
    private const int FewestContent = 2;

    /// <summary>The shared runs of three words and more, each of one kind, in the order of <paramref name="other"/>.</summary>
    public static List<WordRun> Of(ReportText one, ReportText other)
    {
        var runs = new List<WordRun>();
        var left = one.Hashes;
        var right = other.Hashes;
        var index = one.Index;
        var diagonal = int.MinValue;
        for (var j = 0; j + WordHash.ShingleLength <= right.Length;)
        {
            var (at, length) = Longest(index, left, right, j, diagonal);
            if (length < WordHash.ShingleLength)
            {
                j++;
                continue;
            }

            Split(one, other, at, j, length, runs);
            diagonal = at - j;
            j += length;
        }

        return runs;
    }

    // Of equally long runs the one that goes on where the last one ended.
    private static (int At, int Length) Longest(
        ReadOnlySpan<(ulong Shingle, int At)> index, ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, int j, int diagonal)
    {
        var shingle = WordHash.Shingle(right[j], right[j + 1], right[j + 2]);
        var first = LowerBound(index, shingle);
        var best = (At: -1, Length: 0);
        for (var k = first; k < Math.Min(index.Length, first + MostPlaces) && index[k].Shingle == shingle; k++)
        {
            var at = index[k].At;
            var length = left[at..].CommonPrefixLength(right[j..]);
            if (length > best.Length || (length == best.Length && at - j == diagonal)) best = (at, length);
        }

        return best;
    }

    private static int LowerBound(ReadOnlySpan<(ulong Shingle, int At)> index, ulong shingle)
    {
        var (low, high) = (0, index.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (index[middle].Shingle < shingle) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static void Split(ReportText one, ReportText other, int at, int j, int length, List<WordRun> runs)
    {
        var start = 0;
        for (var i = 1; i <= length; i++)
        {
            if (i < length && KindAt(i) == KindAt(start)) continue;
            if (i - start >= FewestWords) runs.Add(new WordRun(at + start, j + start, i - start, Typed(KindAt(start), other, j + start, i - start)));
            start = i;
        }

        TextKind KindAt(int i) => (TextKind)Math.Max((int)one.Kinds[at + i], (int)other.Kinds[j + i]);
    }

    private static TextKind Typed(TextKind kind, ReportText text, int first, int length)
    {
        if (kind != TextKind.Narrative) return kind;
        var content = 0;
        for (var i = first; i < first + length; i++)
        {
            if (text.IsContent(i)) content++;
        }

        return content < FewestContent || content < LeastContent * length ? TextKind.Template : TextKind.Narrative;
    }
}
