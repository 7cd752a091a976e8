namespace Konon.Languages;

/// <summary>What holds of a language as a whole, out of <c>traits.txt</c>.</summary>
internal sealed class LanguageTraits
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public LanguageTraits(string language)
    {
        foreach (var row in LanguageResource.Rows(language, "traits")) values[row[0]] = row[1];
    }

    /// <summary>The state that a body without one belongs to unless the article says otherwise, ISO 3166 alpha-2; null where the language has many.</summary>
    public string? HomeCountry => values.GetValueOrDefault("home");

    /// <summary>Whether the head of a noun phrase is its first word ("pejabat senior"), not its last ("senior official").</summary>
    public bool HeadComesFirst => values.GetValueOrDefault("head") != "last";

    /// <summary>What marks an owner at the end of a word: <c>'s</c>; empty in a language without.</summary>
    public string Possessive => values.GetValueOrDefault("possessive") ?? "";

    /// <summary>The language whose table of names holds those of the world, too; null when the language's own does.</summary>
    public string? NamesOf => values.GetValueOrDefault("names");
}
