namespace Konon.Ledger.Search;

/// <summary>The stems under which a word may stand in an index, whatever the language of the article.</summary>
internal static class SearchForms
{
    // The languages that have a stemmer of their own, and one that stands for all others.
    private static readonly string[] Languages = ["id", "en", ""];

    /// <summary>The forms of a word or phrase, without repetition; empty where it holds no letter or digit.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string text) =>
    [
        .. Languages.Select(language => SearchWords.Of(text, language))
            .Where(words => words.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(words => words.Split(' ')),
    ];
}
