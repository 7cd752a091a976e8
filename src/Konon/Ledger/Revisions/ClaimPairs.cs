using Konon.Claims;
using Konon.Ledger.Review;

namespace Konon.Ledger.Revisions;

/// <summary>Brings the claims of two versions together: same words first, then those with most words in common.</summary>
/// <remarks>
/// Candidates are found by their words, rare ones alone, and each claim has a bounded number of them, so that the work is
/// linear in the claims.
/// </remarks>
internal static class ClaimPairs
{
    // Below that, two claims that share a name and a verb would be one; found on samples of edited articles of our own.
    private const double LeastAlike = 0.5;

    // A word in more claims than this tells nothing.
    private const int MostWithWord = 24;

    /// <summary>For each claim after, the claim before that it was; null for a new one.</summary>
    public static int?[] Find(Reading before, Reading after)
    {
        var pairs = new int?[after.Claims.Count];
        var taken = new bool[before.Claims.Count];
        var (old, fresh) = (Texts(before), Texts(after));
        // The same words by the same speaker, then the same words, each in their order; then the most alike.
        PairEqual(i => old[i] + "\u001f" + Speakers(before.Claims[i]), i => fresh[i] + "\u001f" + Speakers(after.Claims[i]), taken, pairs);
        PairEqual(i => old[i], i => fresh[i], taken, pairs);
        PairAlike(old, fresh, taken, pairs);
        return pairs;
    }

    private static string[] Texts(Reading reading) =>
        [.. reading.Claims.Select(claim => Anchor.Folded(Anchor.WordsOf(claim, reading.Article.Text)))];

    private static string Speakers(Claim claim) => string.Join('\u001f', claim.Speakers.Select(speaker => speaker.Name));

    private static void PairEqual(Func<int, string> old, Func<int, string> fresh, bool[] taken, int?[] pairs)
    {
        var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i]) continue;
            if (!waiting.TryGetValue(old(i), out var same)) waiting.Add(old(i), same = new Queue<int>());
            same.Enqueue(i);
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] is not null || !waiting.TryGetValue(fresh(i), out var same) || !same.TryDequeue(out var found)) continue;
            pairs[i] = found;
            taken[found] = true;
        }
    }

    private static void PairAlike(string[] old, string[] fresh, bool[] taken, int?[] pairs)
    {
        var words = old.Select((text, i) => taken[i] ? [] : Bag(text)).ToList();
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var word in words[i])
            {
                if (!postings.TryGetValue(word, out var with)) postings.Add(word, with = []);
                with.Add(i);
            }
        }

        var found = new List<(double Alike, int Fresh, int Old)>();
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i] is not null) continue;
            var bag = Bag(fresh[i]);
            foreach (var (candidate, shared) in Shared(bag, postings)) found.Add((Alike(shared, bag, words[candidate]), i, candidate));
        }

        var best = found.Where(pair => pair.Alike >= LeastAlike)
            .OrderByDescending(pair => pair.Alike)
            .ThenBy(pair => pair.Fresh)
            .ThenBy(pair => pair.Old);
        foreach (var (_, mine, other) in best)
        {
            if (pairs[mine] is not null || taken[other]) continue;
            pairs[mine] = other;
            taken[other] = true;
        }
    }

    private static Dictionary<int, int> Shared(HashSet<string> bag, Dictionary<string, List<int>> postings)
    {
        var shared = new Dictionary<int, int>();
        foreach (var word in bag)
        {
            if (!postings.TryGetValue(word, out var with)) continue;
            foreach (var candidate in with.Take(MostWithWord)) shared[candidate] = shared.GetValueOrDefault(candidate) + 1;
        }

        return shared;
    }

    // Dice's coefficient: twice what is shared, of all there is.
    private static double Alike(int shared, HashSet<string> one, HashSet<string> other) => 2.0 * shared / (one.Count + other.Count);

    private static HashSet<string> Bag(string text) => new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
