using Konon.Articles;

namespace Konon.Ledger.Revisions;

/// <summary>Finds the lines in which an outlet says that it changed the article.</summary>
/// <remarks>They stand in the text, or were taken off it as furniture; both are looked through. Linear in the article.</remarks>
public static class CorrectionNotes
{
    // "Koreksi (Selasa, 4 Maret 2025 pukul 14.05 WIB):" has 40 between its first word and the colon.
    private const int MostBeforeColon = 60;

    // A note is a sentence or three; a paragraph that is longer and happens to speak of a report is none.
    private const int LongestNote = 600;

    // How far what was done stands behind what it was done to.
    private const int MostBetween = 120;

    /// <summary>The notes of an article, in order, each once.</summary>
    public static IReadOnlyList<CorrectionNote> Find(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tables = CorrectionTable.For(article.Language).ToList();
        return [.. Lines(article)
            .Where(line => line.Length <= LongestNote && tables.Exists(table => IsNote(line, table)))
            .Distinct(StringComparer.Ordinal)
            .Select(line => new CorrectionNote(line))];
    }

    private static IEnumerable<string> Lines(Article article) =>
        article.Removed.Select(removed => removed.Exact).Prepend(article.Text)
            .SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool IsNote(string line, CorrectionTable table) =>
        Opens(line, table.Openings) || Array.Exists(table.Subjects, subject => Tells(line, subject, table.Acts));

    // The word alone is a heading; in a sentence it is followed by a colon or a dash, at most a date between.
    private static bool Opens(string line, string[] openings)
    {
        var start = 0;
        while (start < line.Length && !char.IsLetterOrDigit(line[start])) start++;
        var rest = line.AsSpan(start);
        foreach (var opening in openings)
        {
            if (!rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) continue;
            var behind = rest[opening.Length..];
            if (behind.Length > 0 && char.IsLetterOrDigit(behind[0])) continue;
            if (behind.IndexOfAnyExcept(" .*)]") < 0) return true;
            var mark = behind[..Math.Min(behind.Length, MostBeforeColon)].IndexOfAny(':', '–', '—');
            if (mark == 0 || (mark > 0 && IsAside(behind[..mark]))) return true;
            if (behind.StartsWith(" - ", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // Nothing, or what parentheses, a comma or a digit show to be a date or a time.
    private static bool IsAside(ReadOnlySpan<char> between)
    {
        between = between.Trim();
        return between.IsEmpty || between[0] is '(' or '[' or ',' or '*' || char.IsAsciiDigit(between[0]);
    }

    private static bool Tells(string line, string subject, string[] acts)
    {
        for (var at = IndexOfWord(line, subject, 0); at >= 0; at = IndexOfWord(line, subject, at + 1))
        {
            var from = at + subject.Length;
            var behind = line.AsSpan(from, Math.Min(MostBetween, line.Length - from));
            var end = behind.IndexOf(". ");
            if (end >= 0) behind = behind[..end];
            foreach (var act in acts)
            {
                if (behind.Contains(act, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }

    private static int IndexOfWord(string line, string words, int from)
    {
        if (from >= line.Length) return -1;
        var at = line.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
        return at <= 0 || !char.IsLetterOrDigit(line[at - 1]) ? at : IndexOfWord(line, words, at + 1);
    }
}
