using System.Collections.Frozen;
using Konon.Languages;

namespace Konon.Articles.Pages;

/// <summary>Words that give a page's furniture away, in the languages that pages are written in.</summary>
internal static class PagePhrases
{
    // Lines that lead to other articles are headlines with a word before them; the longest seen had 190 code units.
    private const int LongestLine = 200;
    private const int LongestTail = 60;
    private const int LongestAppeal = 500;
    private const int LongestInsert = 48;

    private static readonly FrozenSet<string> Wholes = Load("whole").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Inserts = Load("insert").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, string[]> Lines = ByFirstWord(Load("line"));
    private static readonly FrozenDictionary<string, string[]> Appeals = ByFirstWord(Load("appeal"));
    private static readonly FrozenDictionary<string, string[]> Tails = ByFirstWord(Load("tail"));

    /// <summary>Whether the line is furniture by its words.</summary>
    public static bool IsFurniture(string line)
    {
        var bare = Bare(line);
        if (bare.Length == 0) return true;
        if (bare.Length <= LongestTail && Wholes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare)) return true;
        if (bare.Length <= LongestAppeal && Starts(Appeals, bare)) return true;
        return bare.Length <= LongestLine && Starts(Lines, bare) && !IsQuotation(bare);
    }

    /// <summary>Whether the line is the heading of a list of other things than the article.</summary>
    public static bool IsTail(string line)
    {
        var bare = Bare(line);
        return bare.Length <= LongestTail && bare.Length > 0 && !(bare[^1] is '.' or ',' && bare.Length > 30) && Starts(Tails, bare);
    }

    /// <summary>
    /// How many of the last code units of a line lead in a link to another article ("… katanya. Baca juga:"); 0 where none do.
    /// </summary>
    /// <remarks>A colon must follow, or the words be the whole line: "the report, which read more" leads in nothing.</remarks>
    public static int InsertBefore(ReadOnlySpan<char> line)
    {
        line = line[Math.Max(0, line.Length - LongestInsert)..];
        var bare = line.TrimEnd(" \n-–—>»|");
        var colon = bare.Length > 0 && bare[^1] == ':';
        var words = colon ? bare[..^1].TrimEnd() : bare;
        for (var start = words.Length - 1; start >= 0; start--)
        {
            if (start > 0 && char.IsLetterOrDigit(words[start - 1])) continue;
            if (!char.IsLetter(words[start]) || !IsInsert(words[start..], colon)) continue;
            var before = line[..start].TrimEnd(" \n([{*•>»|-–");
            if (colon ? before.IsEmpty || char.IsUpper(words[start]) || Sentences.Ends(before) : before.IsEmpty) return line.Length - before.Length;
        }

        return 0;
    }

    /// <summary>Whether a link's own words say that it leads to another article: "Baca juga: …".</summary>
    public static bool IsInsertLink(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" \n([{*•>»|-–");
        var colon = words[..Math.Min(words.Length, LongestInsert)].IndexOf(':');
        return colon > 0 && IsInsert(words[..colon].TrimEnd(), colon: true);
    }

    private static bool IsInsert(ReadOnlySpan<char> words, bool colon)
    {
        var lookup = Inserts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(words)) return true;
        if (!colon) return false;
        Span<char> with = stackalloc char[words.Length + 1];
        words.CopyTo(with);
        with[^1] = ':';
        return lookup.Contains(with);
    }

    private static bool IsQuotation(ReadOnlySpan<char> line) => line.ContainsAny('"', '“', '„') && line.ContainsAny('”', '“', '"') && line.Length > 120;

    private static ReadOnlySpan<char> Bare(string line) => line.AsSpan().Trim().Trim("»«>→›‹▶►•·*-–—|[](){}+<…#✎").Trim();

    private static bool Starts(FrozenDictionary<string, string[]> table, ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(" :");
        var word = end < 0 ? line : line[..end];
        if (!table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var phrases)) return false;
        foreach (var phrase in phrases)
        {
            if (!line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) continue;
            if (line.Length == phrase.Length || !char.IsLetterOrDigit(line[phrase.Length]) || !char.IsLetterOrDigit(phrase[^1])) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, string[]> ByFirstWord(IEnumerable<string> phrases) =>
        phrases.GroupBy(phrase => phrase.Split(' ', ':')[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Load(string kind) =>
        LanguageResource.Rows("any", "page-phrases").Where(row => row[0] == kind)
            .SelectMany(row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
