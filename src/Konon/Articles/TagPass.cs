namespace Konon.Articles;

/// <summary>Strikes out the tags at the very end: small words without a sentence around them.</summary>
internal static class TagPass
{
    private const int MaxLength = 300;

    public static void Run(Sheet sheet, int from)
    {
        for (var i = sheet.Lines.Count - 1; i >= from; i--)
        {
            var line = sheet.Lines[i];
            if (line.IsStruck) continue;
            Strike(line);
            return;
        }
    }

    private static void Strike(SheetLine line)
    {
        var end = line.KeptEnd();
        var text = line.Text.AsSpan(0, end);
        var start = end;
        while (start > 0 && end - start <= MaxLength && (char.IsLower(text[start - 1]) || char.IsDigit(text[start - 1])
            || text[start - 1] is ' ' or '-' or '\'' or '.' or '&'))
        {
            if (text[start - 1] == '.' && (start == end || text[start] == ' ')) break;
            start--;
        }

        // The run starts after a sentence's end, or after a headline that is struck out.
        if (start == end || end - start > MaxLength) return;
        var struck = start < line.Text.Length && line.IsStruckAt(start);
        if (!struck && (start == 0 || text[start - 1] is not ('.' or '!' or '?' or '"' or '”' or ')'))) return;
        if (start > 0 && text[start - 1] is '"' or '”' && text[start..].Count(' ') < 3) return;
        line.Strike(start, end, "tags");
    }
}
