using System.Collections.Frozen;

namespace Konon.Languages;

/// <summary>Strips prefixes, suffixes and doublings down to a root that a table knows.</summary>
/// <remarks>
/// Every word has at most 3 endings (particle, owner) × 4 suffixes × a tree of at most three prefixes; each leaf is one look-up.
/// Of the roots found the longest wins, with a small price for every affix and a larger one for a letter that has to be put back:
/// "mengubah" is ubah and not kubah, "memakai" is pakai because no akai exists. The prices were set on the table of forms in the tests.
/// </remarks>
internal sealed class AffixStemmer : Stemmer
{
    private const int LeastRoot = 2;
    private const int MostPrefixes = 3;
    private const int Letter = 10;

    // "menge-" stands before words of one syllable: cat, bom, klaim.
    private const int LongestSyllable = 6;

    private const int PrefixPrice = 2;
    private const int SuffixPrice = 1;

    // More than one letter and less than two: a root with a letter put back must be that much longer.
    private const int RestoredPrice = 15;

    // "be-", "te-" and "pe-" before a root in r: "berubah" is ubah, not rubah.
    private const int ShortPrefixPrice = 12;

    // What is left of a word without a known root when affixes on both sides come off.
    private const int LeastUnknown = 5;

    private static readonly string[] Particles = ["lah", "kah", "tah", "pun"];
    private static readonly string[] Owners = ["nya", "ku", "mu"];
    private static readonly string[] Suffixes = ["kan", "an", "i"];

    // Prefix, letters that have to follow (none: any), letter that is put back (none: '\0'), family: what it excludes.
    private static readonly (string Letters, string Next, char Restored, char Family)[] Prefixes =
    [
        ("di", "", '\0', 'd'), ("ke", "", '\0', 'k'), ("se", "", '\0', 's'), ("ku", "", '\0', 'd'), ("kau", "", '\0', 'd'),
        ("ber", "", '\0', 'b'), ("be", "r", '\0', 'b'), ("be", "", '\0', 'c'), ("ter", "", '\0', 't'), ("te", "r", '\0', 't'),
        ("meng", "aeioughkq", '\0', 'm'), ("meng", "aeiou", 'k', 'm'), ("meny", "aeiou", 's', 'm'), ("mem", "bfpv", '\0', 'm'),
        ("mem", "aeiou", 'p', 'm'), ("men", "cdjstyz", '\0', 'm'), ("men", "aeiou", 't', 'm'), ("me", "lmnrwy", '\0', 'm'),
        ("menge", "", '\0', 'e'), ("peng", "aeioughkq", '\0', 'p'), ("peng", "aeiou", 'k', 'p'), ("peny", "aeiou", 's', 'p'),
        ("pem", "bfpv", '\0', 'p'), ("pem", "aeiou", 'p', 'p'), ("pen", "cdjstyz", '\0', 'p'), ("pen", "aeiou", 't', 'p'),
        ("per", "", '\0', 'r'), ("pe", "", '\0', 'p'), ("penge", "", '\0', 'e'), ("ketidak", "", '\0', 'k'), ("nge", "", '\0', 'e'),
        ("ng", "aeiou", '\0', 'n'), ("ng", "aeiou", 'k', 'n'),
    ];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> roots;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> irregular;

    public AffixStemmer(string language)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in LanguageResource.Rows(language, "stems"))
        {
            forms[row[0]] = row[1];
            known.Add(row[1]);
        }

        foreach (var row in LanguageResource.Rows(language, "roots"))
        {
            foreach (var word in row[0].Split(' ')) known.Add(word);
        }

        // A common word with nothing on it that looks like an affix is a root, too.
        foreach (var row in LanguageResource.Rows(language, "common"))
        {
            foreach (var word in row[0].Split(' '))
            {
                if (IsBare(word)) known.Add(word);
            }
        }

        known.RemoveWhere(word => forms.TryGetValue(word, out var stem) && stem != word);
        roots = known.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        irregular = forms.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private protected override string StemLower(ReadOnlySpan<char> word)
    {
        if (Lookup(word) is { } known) return known;
        if (word.IndexOf('-') is > 0 and var hyphen && hyphen < word.Length - 1) return Doubled(word, hyphen);
        return Best(word) ?? Unknown(word);
    }

    private static bool IsBare(string word)
    {
        if (word.Length < 3 || word.Contains('-', StringComparison.Ordinal)) return false;
        foreach (var (letters, _, _, _) in Prefixes)
        {
            if (word.StartsWith(letters, StringComparison.Ordinal)) return false;
        }

        foreach (var ending in (string[])[.. Particles, .. Owners, .. Suffixes])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private string? Lookup(ReadOnlySpan<char> word) =>
        irregular.TryGetValue(word, out var stem) ? stem : roots.TryGetValue(word, out var root) ? root : null;

    /// <summary>"mata-mata", "berkali-kali", "kehijau-hijauan": one stem; "sayur-mayur", "non-aktif": what stands behind the hyphen, or both.</summary>
    private string Doubled(ReadOnlySpan<char> word, int hyphen)
    {
        var left = StemLower(word[..hyphen]);
        var right = StemLower(word[(hyphen + 1)..]);
        if (left == right || right.Length <= 2 || IsEnding(right)) return left;
        // "berkali-kali", "tembak-menembak": what one side hides the other shows.
        if (left.EndsWith(right, StringComparison.Ordinal)) return right;
        if (right.EndsWith(left, StringComparison.Ordinal)) return left;
        var joined = string.Concat(left, "-", right);
        return word.SequenceEqual(joined) ? joined : StemLower(joined);
    }

    // "anak-anak-nya", "PBB-lah": an ending behind a hyphen of its own.
    private static bool IsEnding(string part) => Array.IndexOf(Particles, part) >= 0 || Array.IndexOf(Owners, part) >= 0;

    private string? Best(ReadOnlySpan<char> word)
    {
        var best = default(Found);
        Ending(word, 0, ref best);
        foreach (var particle in Particles)
        {
            if (Strip(word, particle) is not { IsEmpty: false } bare) continue;
            Ending(bare, SuffixPrice, ref best);
            foreach (var owner in Owners)
            {
                if (Strip(bare, owner) is { IsEmpty: false } owned) Ending(owned, 2 * SuffixPrice, ref best);
            }
        }

        foreach (var owner in Owners)
        {
            if (Strip(word, owner) is { IsEmpty: false } owned) Ending(owned, SuffixPrice, ref best);
        }

        return best.Root;
    }

    private void Ending(ReadOnlySpan<char> word, int price, ref Found best)
    {
        if (price > 0) Consider(Lookup(word), price, ref best);
        Leading(word, '\0', price, 0, "", ref best);
        foreach (var suffix in Suffixes)
        {
            if (Strip(word, suffix) is not { IsEmpty: false } bare) continue;
            Consider(Lookup(bare), price + SuffixPrice, ref best);
            Leading(bare, '\0', price + SuffixPrice, 0, suffix, ref best);
        }
    }

    /// <summary>Tries every prefix at the start; <paramref name="outer"/> is the family of the one that stood before it.</summary>
    private void Leading(ReadOnlySpan<char> word, char outer, int price, int depth, string suffix, ref Found best)
    {
        foreach (var (letters, next, back, family) in Prefixes)
        {
            if (word.Length - letters.Length < LeastRoot || !word.StartsWith(letters, StringComparison.Ordinal)) continue;
            if (next.Length > 0 && !next.Contains(word[letters.Length], StringComparison.Ordinal)) continue;
            if (!Follows(outer, family) || (depth == 0 && Excludes(family, suffix))) continue;
            var cost = price + PrefixPrice + (IsCutShort(letters, word) ? ShortPrefixPrice : 0) + (back == '\0' ? 0 : RestoredPrice);
            var rest = word[letters.Length..];
            if (back != '\0') Consider(LookupBehind(back, rest), cost, ref best);
            else if (family != 'e' || rest.Length <= LongestSyllable) Consider(Lookup(rest), cost, ref best);
            if (depth + 1 < MostPrefixes && back == '\0') Leading(rest, family, cost, depth + 1, suffix, ref best);
        }
    }

    private static bool IsCutShort(string letters, ReadOnlySpan<char> word) =>
        letters is "be" or "te" || (letters == "pe" && word[letters.Length] == 'r');

    private string? LookupBehind(char first, ReadOnlySpan<char> rest)
    {
        Span<char> word = stackalloc char[LongestWord];
        word[0] = first;
        rest.CopyTo(word[1..]);
        return Lookup(word[..(rest.Length + 1)]);
    }

    /// <summary>Which prefix may stand right behind which: memper-, diper-, keber-, seper-, berke-, penge- …</summary>
    private static bool Follows(char outer, char inner) => outer switch
    {
        '\0' => true,
        'm' or 'd' => inner is 'r' or 'b' or 'k' or 't' or 's',
        'k' => inner is 'b' or 't' or 's' or 'p' or 'r' or 'm',
        'b' => inner is 'k' or 's' or 'p' or 'r',
        's' => inner is 'b' or 't' or 'm' or 'p' or 'r' or 'k',
        'p' => inner is 'b' or 't' or 's' or 'k' or 'r',
        't' => inner is 'k' or 'p' or 'r',
        'r' => inner is 's' or 'k',
        _ => false,
    };

    // Asian's table of pairs that do not stand together; "be" before a root in r is "ber".
    private static bool Excludes(char family, string suffix) => family switch
    {
        'b' or 'c' => suffix == "i",
        'd' => suffix == "an",
        'k' => suffix is "i" or "kan",
        'm' or 'e' => suffix == "an" && family == 'm',
        's' => suffix is "i" or "kan",
        't' => suffix == "an",
        _ => false,
    };

    private static void Consider(string? root, int price, ref Found best)
    {
        if (root is null || root.Length < LeastRoot) return;
        var weight = (root.Length * Letter) - price;
        if (best.Root is null || weight > best.Weight) best = new Found(root, weight);
    }

    /// <summary>A word whose root no table knows loses its endings, and affixes where they stand on both sides.</summary>
    private string Unknown(ReadOnlySpan<char> word)
    {
        foreach (var ending in Particles)
        {
            if (ending != "tah" && Strip(word, ending) is { Length: >= LeastUnknown } bare) return StemLower(bare);
        }

        if (Strip(word, Owners[0]) is { Length: >= LeastUnknown } owned) return StemLower(owned);
        foreach (var suffix in Suffixes)
        {
            if (Strip(word, suffix) is not { IsEmpty: false } bare) continue;
            foreach (var (letters, next, back, family) in Prefixes)
            {
                if (back != '\0' || letters.Length < 2 || letters is "ku" or "kau" or "be" or "te" or "se" || Excludes(family, suffix)) continue;
                if (bare.Length - letters.Length < LeastUnknown || !bare.StartsWith(letters, StringComparison.Ordinal)) continue;
                if (next.Length > 0 && !next.Contains(bare[letters.Length], StringComparison.Ordinal)) continue;
                return StemLower(bare[letters.Length..]);
            }
        }

        return word.ToString();
    }

    private static ReadOnlySpan<char> Strip(ReadOnlySpan<char> word, string ending) =>
        word.Length - ending.Length >= LeastRoot && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : default;

    private readonly record struct Found(string Root, int Weight);
}
