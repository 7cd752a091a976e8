namespace Konon.Stories.Lineage;

/// <summary>
/// Phrases that everybody who writes of a matter uses, such as the name of a tournament with its round or of a law with its number, and
/// paragraphs that one house puts into many of its reports.
/// </summary>
/// <remarks>
/// What stands in many texts of which none is another's copy proves nothing between two of them. Copies of one text count once, so that a
/// wire that many print stays evidence. Linear in the texts.
/// </remarks>
internal static class StockPhrases
{
    // In fewer texts it may be a source that nobody sees, reworded by each.
    private const int FewestTexts = 5;

    // In so many reports of one outlet's family, and in no other's: what it says of itself, of a series, of what went before.
    private const int FewestOfHouse = 4;

    // What goes on for longer in another text, too, is no phrase but a text: a release, a wire.
    private const int LongestPhrase = 20;

    // Stems that so many of a story's texts have are its matter: sentences that share them are not the same sentence.
    private const double CommonPart = 0.25;

    // A tie of so many words stands whatever phrases are in it.
    private const int FewestCertain = 40;

    /// <summary>The texts with their stock phrases typed as such, and the ties of these.</summary>
    public static (ReportText[] Texts, IReadOnlyList<Tie> Ties) Without(ReportText[] texts, IReadOnlyList<Tie> ties)
    {
        if (texts.Length < FewestOfHouse) return (texts, ties);
        var byGroup = ByGroup(texts.Length, ties);
        var all = byGroup.SelectMany((group, number) => group.Select(text => (Text: texts[text], Group: number))).ToList();
        var (shingles, stems, longer) = (new Spread(), new Spread(), new Spread());
        foreach (var (text, group) in all)
        {
            var house = HouseOf(text, group);
            foreach (var shingle in Shingles(text)) shingles.Add(shingle, group, house);
            foreach (var stem in text.Sentences.All) stems.Add(stem, group, house);
        }

        var (phrases, ofHouse) = (shingles.In(FewestTexts), shingles.InOneHouse(FewestOfHouse));
        var common = stems.In(Math.Max(FewestTexts, (int)(CommonPart * byGroup.Count)));
        if (phrases.Count == 0 && ofHouse.Count == 0 && common.Count == 0) return (texts, ties);
        foreach (var (text, group) in all)
        {
            foreach (var (first, end) in Chains(text, phrases))
            {
                for (var i = first; i + LongestPhrase < end; i++) longer.Add(LongAt(text, i), group, 0);
            }
        }

        var stock = new Stock(phrases, ofHouse, longer.In(2));
        ReportText[] typed = [.. texts.Select(text => text.Without(stock.Kinds(text), common))];
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

    // An outlet that nobody knows is a house of its own; a report without an outlet, one that no other shares.
    private static ulong HouseOf(ReportText text, int group) =>
        OutletFamilies.Tables.Of(text.Reading.Article.Outlet, text.Reading.Article.Url) is { } family ? WordHash.Of(family) : (ulong)group + 1;

    private static IEnumerable<ulong> Shingles(ReportText text)
    {
        for (var i = 0; i + WordHash.ShingleLength <= text.Hashes.Length; i++) yield return ShingleAt(text, i);
    }

    private static ulong ShingleAt(ReportText text, int i) => WordHash.Shingle(text.Hashes[i], text.Hashes[i + 1], text.Hashes[i + 2]);

    private static ulong LongAt(ReportText text, int i)
    {
        var hash = 0UL;
        foreach (var word in text.Hashes.Slice(i, LongestPhrase + 1)) hash = WordHash.Shingle(hash, word, 0);
        return hash;
    }

    /// <summary>Where shingles of a set follow each other without a gap: the first word and the one behind the last.</summary>
    private static List<(int First, int End)> Chains(ReportText text, HashSet<ulong> shingles)
    {
        var chains = new List<(int First, int End)>();
        for (var i = 0; i + WordHash.ShingleLength <= text.Hashes.Length; i++)
        {
            if (!shingles.Contains(ShingleAt(text, i))) continue;
            if (chains.Count > 0 && i <= chains[^1].End) chains[^1] = (chains[^1].First, i + WordHash.ShingleLength);
            else chains.Add((i, i + WordHash.ShingleLength));
        }

        return chains;
    }

    private sealed class Stock(HashSet<ulong> phrases, HashSet<ulong> house, HashSet<ulong> longer)
    {
        public TextKind[] Kinds(ReportText text)
        {
            var kinds = text.Kinds.ToArray();
            foreach (var (first, end) in Chains(text, house)) Fill(kinds, first, end);
            foreach (var (first, end) in Chains(text, phrases))
            {
                var from = first;
                for (var i = first; i + LongestPhrase < end; i++)
                {
                    if (!longer.Contains(LongAt(text, i))) continue;
                    Fill(kinds, from, i);
                    from = Math.Max(from, i + LongestPhrase + 1);
                }

                Fill(kinds, from, end);
            }

            return kinds;
        }

        // Words between marks stay what they are: many may have heard them.
        private static void Fill(TextKind[] kinds, int first, int end)
        {
            for (var i = first; i < end; i++)
            {
                if (kinds[i] is TextKind.Narrative or TextKind.Statement) kinds[i] = TextKind.Template;
            }
        }
    }

    /// <summary>In how many groups something stands, and whether all are of one house; groups come one after the other.</summary>
    private sealed class Spread
    {
        private readonly Dictionary<ulong, (int Count, int Last, ulong House, bool IsMixed)> _seen = [];

        public void Add(ulong hash, int group, ulong house)
        {
            ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_seen, hash, out var isThere);
            if (!isThere) seen = (1, group, house, false);
            else seen = (seen.Last == group ? seen.Count : seen.Count + 1, group, seen.House, seen.IsMixed || seen.House != house);
        }

        public HashSet<ulong> In(int least) => [.. _seen.Where(seen => seen.Value.Count >= least).Select(seen => seen.Key)];

        public HashSet<ulong> InOneHouse(int least) =>
            [.. _seen.Where(seen => seen.Value.Count >= least && !seen.Value.IsMixed).Select(seen => seen.Key)];
    }
}
