namespace Konon.Articles;

/// <summary>Strikes out what is glued to the end of the last paragraph: a headline said twice, tags, an award's banner.</summary>
internal static class TagPass
{
    private const int MaxLength = 400;
    private const int ShortestTwice = 20;
    private const int LongestTwice = 1_200;

    // "…," ujarnya without its full stop is the article's.
    private const int MaxCueWords = 4;

    public static void Run(Sheet sheet, int from)
    {
        for (var i = sheet.Lines.Count - 1; i >= from; i--)
        {
            var line = sheet.Lines[i];
            if (line.IsStruck) continue;
            if (i > from && SaysTwice(line.Text) is { } start)
            {
                line.Strike(start, line.Text.Length, "tags");
                if (start == 0) continue;
                return;
            }

            StrikeTags(line, i > from);
            return;
        }
    }

    /// <summary>
    /// Where a headline starts that stands there twice in a row, a video's beside its picture, or the headlines before
    /// it on the line; null where none does.
    /// </summary>
    private static int? SaysTwice(string text)
    {
        if (text.Length is < 2 * ShortestTwice or > LongestTwice) return null;
        for (var at = 0; at + (2 * ShortestTwice) <= text.Length; at++)
        {
            if (at > 0 && text[at - 1] != ' ') continue;
            var again = text.IndexOf(text.Substring(at, ShortestTwice), at + ShortestTwice, StringComparison.Ordinal);
            if (again < 0 || text[again - 1] != ' ' || again + again - at - 1 > text.Length) continue;
            // A sentence said twice is the article's; a headline has no full stop.
            if (text.AsSpan(at, again - at).Contains(". ", StringComparison.Ordinal) || string.CompareOrdinal(text, at, text, again, again - at - 1) != 0) continue;
            var start = at;
            while (start > 0 && !(IsEnd(text[start - 1]) && text[start] == ' ')) start--;
            return start;
        }

        return null;
    }

    /// <summary>After the last sentence nothing but another could stand, and that would start with a capital.</summary>
    private static void StrikeTags(SheetLine line, bool hasLinesBefore)
    {
        var end = line.KeptEnd();
        var text = line.Text.AsSpan(0, end);
        if (end == 0 || IsEnd(text[^1])) return;
        var start = end;
        while (start > 0 && end - start <= MaxLength && !(IsEnd(text[start - 1]) && (start == end || text[start] == ' '))) start--;
        if (end - start > MaxLength) return;
        var tail = text[start..].TrimStart();
        if (tail.IsEmpty) return;
        var banner = tail.EndsWith("Selengkapnya", StringComparison.Ordinal);
        var struck = start > 0 || line.IsStruckAt(0) || (banner && hasLinesBefore);
        var cue = start > 0 && text[start - 1] is '"' or '”' && tail.Count(' ') < MaxCueWords;
        if (struck && !cue && (char.IsLower(tail[0]) || banner)) line.Strike(start, end, "tags");
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '"' or '”' or ')' or '…';
}
