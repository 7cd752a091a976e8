using Konon.Languages;

namespace Konon.Ledger.Revisions;

/// <summary>The words with which the outlets of a language say that they corrected an article.</summary>
internal sealed class CorrectionTable
{
    private static readonly Dictionary<string, CorrectionTable> Known = Language.Codes.ToDictionary(
        code => code, code => new CorrectionTable(code), StringComparer.Ordinal);

    private CorrectionTable(string language)
    {
        var rows = LanguageResource.Rows(language, "corrections");
        Openings = Of("opening");
        Subjects = Of("subject");
        Acts = Of("act");

        string[] Of(string kind) => [.. rows.Where(row => row[0] == kind).Select(row => row[1]).OrderByDescending(words => words.Length)];
    }

    /// <summary>What such a line opens with: "ralat", "editor's note".</summary>
    public string[] Openings { get; }

    /// <summary>What it speaks of: "artikel ini", "an earlier version".</summary>
    public string[] Subjects { get; }

    /// <summary>What was done to that, behind it in the same sentence: "telah diralat", "misstated".</summary>
    public string[] Acts { get; }

    /// <summary>The tables to look in: the language's own, or all where no folder knows it.</summary>
    public static IEnumerable<CorrectionTable> For(string language) => Known.TryGetValue(language, out var table) ? [table] : Known.Values;
}
