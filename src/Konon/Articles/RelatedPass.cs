namespace Konon.Articles;

/// <summary>Strikes out other articles' headlines that stand in the text without any mark.</summary>
internal static class RelatedPass
{
    // Found by reading what a week of ten outlets lost under each setting: below two signals, or without one strong
    // among them, long offices are taken for headlines; a line of its own may be a heading of this article, so it wants
    // more, unless it is the very last.
    private const int LeastSignals = 2;
    private const int LeastWords = 4;
    private const int LeastStrongShort = 2;
    private const int LeastStrongAlone = 2;
    private const int LeastWordsAlone = 7;
    private const int LeastWordsLast = 5;
    private const int LeastStrongBetween = 2;
    private const int LeastSignalsBetween = 3;
    private const int LeastWordsBetween = 7;

    // Teasers are cut off by count of characters: 180 to 280 on the pages seen.
    private const int ShortestTeaser = 150;
    private const int LongestTeaser = 320;

    public static void Run(Sheet sheet, int from, HeadlineRuler ruler)
    {
        var last = true;
        for (var i = sheet.Lines.Count - 1; i >= from; i--)
        {
            var line = sheet.Lines[i];
            if (line.IsStruck) continue;
            if (IsTeaser(line.Text)) line.Strike("teaser");
            else Strike(line, i == from, last, ruler);
            StrikeBetweenSentences(line, ruler);
            last &= line.IsStruck;
        }
    }

    private static void Strike(SheetLine line, bool first, bool last, HeadlineRuler ruler)
    {
        var start = first && Dateline.Read(line.Text) is { } dateline ? dateline.Span.End : 0;
        if (start > 0 || line.IsStruckAt(0) || !char.IsLetterOrDigit(line.Text[0])) return;
        if (IsListItem(line.Text) || ruler.EndOfUnmarked(line.Text, 0, out var strong, out var signals) is not { } end) return;
        if (signals < LeastSignals || strong == 0) return;
        var words = line.Text.AsSpan(0, end).Trim().Count(' ') + 1;
        if (end < line.Text.Length)
        {
            if (IsCaption(line.Text, end)) return;
            if (last && !EndsAsSentence(line.Text) && IsTags(line.Text, end)) line.Strike("tags");
            else if (words > LeastWords || (words == LeastWords && strong >= LeastStrongShort)) line.Strike(0, end, "related");
        }
        else if (!first && !EndsAsSentence(line.Text))
        {
            if (last ? words >= LeastWordsLast : words >= LeastWordsAlone && strong >= LeastStrongAlone) line.Strike("related");
        }
    }

    /// <summary>Headlines between two sentences of one paragraph, as where a page's paragraphs were run together.</summary>
    private static void StrikeBetweenSentences(SheetLine line, HeadlineRuler ruler)
    {
        var text = line.Text;
        var struck = line.StruckInOrder();
        var next = 0;
        for (var at = 0; at + 3 < text.Length; at++)
        {
            while (next < struck.Length && struck[next].End <= at + 2) next++;
            if (next < struck.Length && struck[next].Contains(at + 2)) continue;
            if (text[at] is not ('.' or '"' or '”') || text[at + 1] != ' ' || !char.IsUpper(text[at + 2])) continue;
            // "3. Judul": the article's own list.
            if (text[at] == '.' ? at > 0 && char.IsAsciiDigit(text[at - 1]) : at == 0 || text[at - 1] is not ('.' or '!' or '?')) continue;
            if (ruler.EndOfUnmarked(text, at + 2, out var strong, out var signals) is not { } end) continue;
            if (strong < LeastStrongBetween || signals < LeastSignalsBetween || end >= text.Length) continue;
            if (text.AsSpan(at + 2, end - at - 2).Trim().Count(' ') + 1 < LeastWordsBetween || IsCaption(text, end)) continue;
            line.Strike(at + 2, end, "related");
            at = end - 1;
        }
    }

    /// <summary>The first words of another article, cut off in the middle: it ends in dots and quotes nobody.</summary>
    private static bool IsTeaser(string text) =>
        text.Length is >= ShortestTeaser and <= LongestTeaser
        && (text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…'))
        && text.AsSpan().IndexOfAny('"', '“', '”') < 0;

    /// <summary>"3. Cek …": the article's own list.</summary>
    private static bool IsListItem(string text) =>
        char.IsAsciiDigit(text[0]) && text.AsSpan(0, Math.Min(4, text.Length)).IndexOfAny('.', ')') > 0;

    /// <summary>A picture's words, which are the article's: the credit stands right after them.</summary>
    private static bool IsCaption(string text, int end)
    {
        var after = text.AsSpan(end, Math.Min(100, text.Length - end));
        return after.Contains("(credit", StringComparison.OrdinalIgnoreCase) || after.Contains("(foto", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether what follows is small words alone, after the one that may belong to the headline.</summary>
    private static bool IsTags(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart();
        var space = rest.IndexOf(' ');
        return space > 0 && !rest[space..].ContainsAnyInRange('A', 'Z') && rest.IndexOfAny(',', ';', '"') < 0;
    }

    private static bool EndsAsSentence(string text) => text[^1] is '.' or ':' or '"' or '”' or ',' or ';';
}
