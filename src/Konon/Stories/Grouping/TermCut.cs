namespace Konon.Stories.Grouping;

/// <summary>Keeps the heaviest of weighted terms; of equally heavy ones those of the smaller hash.</summary>
internal static class TermCut
{
    /// <summary>Cuts terms, which stand by hash, to the heaviest <paramref name="most"/>; they stand by hash again.</summary>
    public static void Cut(ref uint[] terms, ref float[] weights, int most)
    {
        if (terms.Length <= most) return;
        var keep = KeysOf(terms, weights);
        var least = Least(keep, most);
        var (left, leftWeights, count) = (new uint[most], new float[most], 0);
        for (var i = 0; i < terms.Length; i++)
        {
            if (Key(terms[i], weights[i]) < least) continue;
            (left[count], leftWeights[count++]) = (terms[i], weights[i]);
        }

        (terms, weights) = (left, leftWeights);
    }

    /// <summary>The heaviest <paramref name="most"/> terms, by hash.</summary>
    public static uint[] Heaviest(uint[] terms, float[] weights, int most)
    {
        if (terms.Length <= most) return terms;
        var least = Least(KeysOf(terms, weights), most);
        var (left, count) = (new uint[most], 0);
        for (var i = 0; i < terms.Length; i++)
        {
            if (Key(terms[i], weights[i]) >= least) left[count++] = terms[i];
        }

        return left;
    }

    // Weights are above zero, and the bits of such floats stand in the order of the numbers; no two keys are the same.
    private static ulong Key(uint term, float weight) => ((ulong)BitConverter.SingleToUInt32Bits(weight) << 32) | ~term;

    private static ulong[] KeysOf(uint[] terms, float[] weights)
    {
        var keys = new ulong[terms.Length];
        for (var i = 0; i < terms.Length; i++) keys[i] = Key(terms[i], weights[i]);
        return keys;
    }

    private static ulong Least(ulong[] keys, int most)
    {
        Array.Sort(keys);
        return keys[^most];
    }
}
