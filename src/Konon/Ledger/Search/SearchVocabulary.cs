using Konon.Languages;

namespace Konon.Ledger.Search;

/// <summary>The words of the query language, in all languages at once: <c>outlet</c> is <c>media</c>, AND is DAN.</summary>
internal static class SearchVocabulary
{
    private static readonly string[] Languages = ["en", "id"];
    private static readonly string[] Joints = ["and", "or", "not"];

    private static readonly string[] Filters =
        ["outlet", "speaker", "party", "stance", "language", "since", "until", "date", "figure", "counted"];

    private static readonly string[] Stances = ["asserts", "confirms", "denies", "doubts", "declines", "urges"];

    private static readonly Dictionary<string, string> Means = Languages
        .SelectMany(language => LanguageResource.Rows(language, "search"))
        .ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>The filters by the names that messages use.</summary>
    public static string FilterNames { get; } = string.Join(", ", Filters);

    /// <summary>The stances by the names that messages use.</summary>
    public static string StanceNames { get; } = string.Join(", ", Stances);

    /// <summary>What a word in capitals joins: <c>and</c>, <c>or</c>, <c>not</c>; null for all other words.</summary>
    public static string? Joint(string word) => Among(Joints, word);

    /// <summary>The filter that a name in any case means; null where it means none.</summary>
    public static string? Filter(string name) => Among(Filters, name.ToLowerInvariant());

    /// <summary>The stance that a word in any case means; null where it means none.</summary>
    public static string? Stance(string word) => Among(Stances, word.ToLowerInvariant());

    private static string? Among(string[] kind, string word) =>
        Means.TryGetValue(word, out var means) && kind.Contains(means, StringComparer.Ordinal) ? means : null;
}
