namespace Konon.Stories.Grouping;

/// <summary>Keeps the heaviest of weighted terms; of equally heavy ones those of the smaller hash.</summary>
internal static class TermCut
{
    /// <summary>As many terms as a story and an article have together; more, which other options may ask for, lie on the heap.</summary>
    public const int Usual = 256;

    /// <summary>The heaviest <paramref name="most"/> of terms that stand by hash, by hash, with their weights.</summary>
    public static (uint[] Terms, float[] Weights) Cut(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int most)
    {
        if (terms.Length <= most) return (terms.ToArray(), weights.ToArray());
        var least = Least(terms, weights, most);
        var (left, leftWeights, count) = (new uint[most], new float[most], 0);
        for (var i = 0; i < terms.Length; i++)
        {
            if (Key(terms[i], weights[i]) < least) continue;
            (left[count], leftWeights[count++]) = (terms[i], weights[i]);
        }

        return (left, leftWeights);
    }

    /// <summary>The heaviest <paramref name="most"/> terms, by hash.</summary>
    public static uint[] Heaviest(uint[] terms, float[] weights, int most)
    {
        if (terms.Length <= most) return terms;
        var least = Least(terms, weights, most);
        var (left, count) = (new uint[most], 0);
        for (var i = 0; i < terms.Length; i++)
        {
            if (Key(terms[i], weights[i]) >= least) left[count++] = terms[i];
        }

        return left;
    }

    // Weights are above zero, and the bits of such floats stand in the order of the numbers; no two keys are the same.
    private static ulong Key(uint term, float weight) => ((ulong)BitConverter.SingleToUInt32Bits(weight) << 32) | ~term;

    /// <summary>The key of the last one that is kept. Selected and not sorted (Hoare, "Find", 1961): it is asked for at every article.</summary>
    private static ulong Least(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int most)
    {
        Span<ulong> keys = terms.Length <= Usual ? stackalloc ulong[terms.Length] : new ulong[terms.Length];
        for (var i = 0; i < terms.Length; i++) keys[i] = Key(terms[i], weights[i]);
        var (low, high, wanted) = (0, keys.Length - 1, keys.Length - most);
        while (low < high)
        {
            var (left, right) = Part(keys, low, high);
            if (wanted <= right) high = right;
            else if (wanted >= left) low = left;
            else break;
        }

        return keys[wanted];
    }

    // Afterwards those up to right are at most, those from left on at least what lies between.
    private static (int Left, int Right) Part(Span<ulong> keys, int low, int high)
    {
        var middle = Middle(keys[low], keys[(low + high) / 2], keys[high]);
        var (left, right) = (low, high);
        while (left <= right)
        {
            while (keys[left] < middle) left++;
            while (keys[right] > middle) right--;
            if (left > right) break;
            (keys[left], keys[right]) = (keys[right], keys[left]);
            (left, right) = (left + 1, right - 1);
        }

        return (left, right);
    }

    private static ulong Middle(ulong one, ulong other, ulong third) =>
        Math.Max(Math.Min(one, other), Math.Min(Math.Max(one, other), third));
}
