namespace Konon.Languages;

/// <summary>What the affixes of a language's words tell of their form, out of <c>forms.txt</c>.</summary>
/// <remarks>
/// Affixes stand in small letters; only a word's first letter may be a capital ("Mengaku" in a headline, not "MEDAN").
/// Each question costs one look at each of the few rows of its kind.
/// </remarks>
internal sealed class VerbForms
{
    private readonly Affix[] finite;
    private readonly Affix[] active;
    private readonly Affix[] passive;
    private readonly Affix[] transitive;
    private readonly Affix[] acts;
    private readonly Affix[] imperative;
    private readonly Affix[] derived;

    public VerbForms(string language)
    {
        var rows = LanguageResource.Rows(language, "forms");
        Affix[] Of(string kind) => [.. rows.Where(row => row[1] == kind || row[1] == kind + "-unless-role").Select(Affix.Of)];
        finite = Of("finite");
        active = Of("active");
        passive = Of("passive");
        transitive = Of("transitive");
        acts = Of("act");
        imperative = Of("imperative");
        derived = Of("derived");
    }

    /// <summary>Whether the word has the form of a finite verb.</summary>
    /// <param name="word">The word.</param>
    /// <param name="unlessRole">Whether that holds only when the word is no role: "menteri", "direktur".</param>
    public bool IsFinite(ReadOnlySpan<char> word, out bool unlessRole)
    {
        foreach (var affix in finite)
        {
            if (!affix.Fits(word)) continue;
            unlessRole = affix.UnlessRole;
            return true;
        }

        return unlessRole = false;
    }

    /// <summary>Whether it has the form of a verb whose subject acts.</summary>
    public bool IsActive(ReadOnlySpan<char> word) => Any(active, word);

    /// <summary>Whether it has the form of a passive.</summary>
    public bool IsPassive(ReadOnlySpan<char> word) => Any(passive, word);

    /// <summary>Whether it has the form of an active verb that takes an object.</summary>
    public bool IsTransitive(ReadOnlySpan<char> word) => Any(transitive, word);

    /// <summary>Whether behind a modal it names an act of the subject.</summary>
    public bool IsAct(ReadOnlySpan<char> word) => Any(acts, word);

    /// <summary>Whether it has the form of an imperative, which no derived form has.</summary>
    public bool IsImperative(ReadOnlySpan<char> word) => Any(imperative, word) && !Any(derived, word);

    private static bool Any(Affix[] affixes, ReadOnlySpan<char> word)
    {
        foreach (var affix in affixes)
        {
            if (affix.Fits(word)) return true;
        }

        return false;
    }

    private sealed record Affix(string Letters, bool IsPrefix, bool UnlessRole, int Least, string Next)
    {
        public static Affix Of(string[] row)
        {
            if (row.Length < 3 || !row[0].Contains('-', StringComparison.Ordinal)) throw new InvalidDataException($"forms.txt: {row[0]} is no affix");
            return new Affix(
                row[0].Trim('-'), row[0][^1] == '-', row[1].EndsWith("-unless-role", StringComparison.Ordinal),
                int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), row.Length > 3 ? row[3] : "");
        }

        public bool Fits(ReadOnlySpan<char> word)
        {
            if (word.Length < Math.Max(Least, Letters.Length)) return false;
            if (Letters.Length == 0) return true;
            if (!IsPrefix) return word.EndsWith(Letters, StringComparison.Ordinal);
            if (char.ToLowerInvariant(word[0]) != Letters[0] || !word[1..].StartsWith(Letters.AsSpan(1), StringComparison.Ordinal)) return false;
            return Next.Length == 0 || (word.Length > Letters.Length && Next.Contains(word[Letters.Length], StringComparison.Ordinal));
        }
    }
}
