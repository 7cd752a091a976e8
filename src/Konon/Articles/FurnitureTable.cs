using System.Collections.Frozen;
using Konon.Languages;

namespace Konon.Articles;

/// <summary>The furniture phrases of a language, found by their first word.</summary>
internal sealed class FurnitureTable
{
    private const int StarWords = 6;

    private static readonly FurnitureTable Indonesian = new("id", "en");
    private static readonly FurnitureTable English = new("en");

    private readonly FrozenDictionary<string, FurniturePhrase[]> _phrases;

    private FurnitureTable(params ReadOnlySpan<string> languages)
    {
        var phrases = new List<FurniturePhrase>();
        foreach (var language in languages)
        {
            foreach (var row in LanguageResource.Rows(language, "furniture"))
            {
                var colon = row[2].EndsWith(':');
                var words = row[2].TrimEnd(':').Split(' ', StringSplitOptions.RemoveEmptyEntries);
                phrases.Add(new FurniturePhrase(words, colon, Enum.Parse<FurnitureReach>(row[1], ignoreCase: true), row[0]));
            }
        }

        // The longest first, so that "lanjut baca berita terkait" is not taken for "lanjut baca".
        _phrases = phrases.GroupBy(phrase => phrase.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The table for a language; English pages carry no Indonesian furniture, others may carry either.</summary>
    public static FurnitureTable For(string language) => language == "en" ? English : Indonesian;

    /// <summary>The phrases whose first word starts at <paramref name="at"/>, the longest first.</summary>
    public FurniturePhrase[] StartingAt(string line, int at)
    {
        var end = EndOfWord(line, at);
        return _phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(line.AsSpan(at, end - at), out var found)
            ? found
            : [];
    }

    /// <summary>Whether <paramref name="phrase"/> stands at <paramref name="at"/>; bounded by the phrase's length.</summary>
    public static bool Matches(FurniturePhrase phrase, string line, int at, out int end)
    {
        if (!Matches(phrase.Words, 0, line, at, out end)) return false;
        var next = end;
        while (next < line.Length && line[next] == ' ') next++;
        if (next < line.Length && line[next] == ':') end = next + 1;
        else if (phrase.Colon) return false;
        return true;
    }

    /// <summary>Whether a word starts at <paramref name="at"/>, also where it is glued to the one before it.</summary>
    public static bool IsWordStart(string line, int at)
    {
        if (!char.IsLetterOrDigit(line[at])) return line[at] == '©';
        return at == 0 || !char.IsLetterOrDigit(line[at - 1]) || (char.IsUpper(line[at]) && !char.IsUpper(line[at - 1]));
    }

    private static bool Matches(ReadOnlySpan<string> words, int from, string line, int at, out int end)
    {
        end = at;
        for (var i = from; i < words.Length; i++)
        {
            if (i > 0 || from > 0)
            {
                if (end >= line.Length) return false;
                while (end < line.Length && line[end] is ' ' or '/' or ',' or ':') end++;
            }

            if (words[i] == "*") return MatchesAfterStar(words, i + 1, line, end, out end);
            if (!line.AsSpan(end).StartsWith(words[i], StringComparison.OrdinalIgnoreCase)) return false;
            end += words[i].Length;
            // A word may be glued to the next one, but a longer word is another word.
            if (end < line.Length && char.IsLetter(line[end]) && !(char.IsUpper(line[end]) && char.IsLower(line[end - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesAfterStar(ReadOnlySpan<string> words, int from, string line, int at, out int end)
    {
        end = at;
        for (var skipped = 0; skipped < StarWords && end < line.Length; skipped++)
        {
            while (end < line.Length && line[end] == ' ') end++;
            var space = line.AsSpan(end, Math.Min(60, line.Length - end)).IndexOf(' ');
            if (space < 0) return false;
            end += space;
            if (Matches(words, from, line, end, out var after))
            {
                end = after;
                return true;
            }
        }

        return false;
    }

    private static int EndOfWord(string line, int at)
    {
        var end = at + 1;
        while (end < line.Length && end - at < 40 && char.IsLetter(line[end])
            && !(char.IsUpper(line[end]) && char.IsLower(line[end - 1])))
        {
            end++;
        }

        return end;
    }
}
