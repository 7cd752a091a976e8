namespace Konon.Stories.Lineage;

/// <summary>Phrases that everybody who writes of a matter uses: the name of a tournament with its round, of a law with its number.</summary>
/// <remarks>
/// What stands in many texts of which none is another's copy proves nothing between two of them. Copies of one text count once, so that a
/// wire that many print stays evidence. Linear in the texts.
/// </remarks>
internal static class StockPhrases
{
    // In fewer texts it may be a source that nobody sees, reworded by each.
    private const int FewestTexts = 5;

    // What goes on for longer is no phrase but a text: a release, a wire.
    private const int LongestPhrase = 20;

    // Stems that so many of a story's texts have are its matter: sentences that share them are not the same sentence.
    private const double CommonPart = 0.25;

    // A tie of so many words stands whatever phrases are in it.
    private const int FewestCertain = 40;

    /// <summary>The texts with their stock phrases typed as such, and the ties of these.</summary>
    public static (ReportText[] Texts, IReadOnlyList<Tie> Ties) Without(ReportText[] texts, IReadOnlyList<Tie> ties)
    {
        if (texts.Length < FewestTexts) return (texts, ties);
        var byGroup = ByGroup(texts.Length, ties);
        var phrases = Frequent(byGroup.Select(group => group.SelectMany(text => Shingles(texts[text]))), FewestTexts);
        var stems = Frequent(
            byGroup.Select(group => group.SelectMany(text => texts[text].Sentences.All)), Math.Max(FewestTexts, (int)(CommonPart * byGroup.Count)));
        if (phrases.Count == 0 && stems.Count == 0) return (texts, ties);
        ReportText[] typed = [.. texts.Select(text => text.Without(Kinds(text, phrases), stems))];
        return (typed, [.. ties.Select(tie => IsCertain(tie) ? tie : Tie.Of(tie.One, tie.Other, typed[tie.One], typed[tie.Other])).OfType<Tie>()]);
    }

    private static bool IsCertain(Tie tie) => tie.IsCertain && tie.Likeness.Narrative >= FewestCertain;

    private static List<List<int>> ByGroup(int count, IReadOnlyList<Tie> ties)
    {
        var groups = new Groups(count);
        foreach (var tie in ties)
        {
            if (IsCertain(tie)) groups.Join(tie.One, tie.Other);
        }

        return [.. Enumerable.Range(0, count).GroupBy(groups.Of).Select(group => group.ToList())];
    }

    // What at least so many groups have.
    private static HashSet<ulong> Frequent(IEnumerable<IEnumerable<ulong>> groups, int least)
    {
        var counts = new Dictionary<ulong, (int Count, int Last)>();
        var number = 0;
        foreach (var group in groups)
        {
            number++;
            foreach (var hash in group)
            {
                ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _);
                if (seen.Last != number) seen = (seen.Count + 1, number);
            }
        }

        return [.. counts.Where(count => count.Value.Count >= least).Select(count => count.Key)];
    }

    private static IEnumerable<ulong> Shingles(ReportText text)
    {
        for (var i = 0; i + WordHash.ShingleLength <= text.Hashes.Length; i++) yield return ShingleAt(text, i);
    }

    private static ulong ShingleAt(ReportText text, int i) => WordHash.Shingle(text.Hashes[i], text.Hashes[i + 1], text.Hashes[i + 2]);

    private static TextKind[] Kinds(ReportText text, HashSet<ulong> phrases)
    {
        var kinds = text.Kinds.ToArray();
        var (first, end) = (0, 0);
        for (var i = 0; i + WordHash.ShingleLength <= kinds.Length; i++)
        {
            if (!phrases.Contains(ShingleAt(text, i))) continue;
            if (i > end)
            {
                Fill(kinds, first, end);
                first = i;
            }

            end = i + WordHash.ShingleLength;
        }

        Fill(kinds, first, end);
        return kinds;
    }

    // Words between marks stay what they are: many may have heard them.
    private static void Fill(TextKind[] kinds, int first, int end)
    {
        if (end - first > LongestPhrase) return;
        for (var i = first; i < end; i++)
        {
            if (kinds[i] is TextKind.Narrative or TextKind.Statement) kinds[i] = TextKind.Template;
        }
    }
}
