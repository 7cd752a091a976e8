namespace Konon.Articles;

/// <summary>Strikes out what the furniture phrases give away.</summary>
internal static class PhrasePass
{
    // A heading of a list is short; a paragraph that happens to start so is not.
    private const int MaxTailHeading = 60;

    private const int MaxHeadlinesBelow = 5;

    // The longest run of promotions seen at a paragraph's end had 310 characters.
    private const int MaxPromotion = 450;

    public static void Run(Sheet sheet, FurnitureTable table, HeadlineRuler ruler)
    {
        var lastParagraph = LastParagraph(sheet);
        for (var i = 0; i < sheet.Lines.Count; i++)
        {
            var line = sheet.Lines[i];
            for (var at = 0; at < line.Text.Length && !line.IsStruck;)
            {
                at = FurnitureTable.IsWordStart(line.Text, at) && TryStrike(sheet, i, at, lastParagraph, table, ruler, out var end)
                    ? Math.Max(end, at + 1)
                    : at + 1;
            }
        }
    }

    private static bool TryStrike(
        Sheet sheet, int index, int at, int lastParagraph, FurnitureTable table, HeadlineRuler ruler, out int end)
    {
        var line = sheet.Lines[index];
        foreach (var phrase in table.StartingAt(line.Text, at))
        {
            if (FurnitureTable.Matches(phrase, line.Text, at, out end)
                && TryStrike(sheet, index, at, lastParagraph, phrase, ruler, ref end))
            {
                return true;
            }
        }

        end = at;
        return false;
    }

    private static bool TryStrike(
        Sheet sheet, int index, int at, int lastParagraph, FurniturePhrase phrase, HeadlineRuler ruler, ref int end)
    {
        var line = sheet.Lines[index];
        var text = line.Text;
        switch (phrase.Reach)
        {
            case FurnitureReach.Mark:
                if (!StartsSentence(text, at)) return false;
                line.Strike(at, end, phrase.Reason);
                return true;
            case FurnitureReach.Whole:
                if (!IsBare(text.AsSpan(0, at)) || !IsBare(text.AsSpan(end))) return false;
                line.Strike(phrase.Reason);
                return true;
            case FurnitureReach.Line:
                if (!IsBare(text.AsSpan(0, at))) return false;
                line.Strike(phrase.Reason);
                return true;
            case FurnitureReach.Tail:
                return IsBare(text.AsSpan(0, at)) && text.Length <= MaxTailHeading && TryStrikeTail(sheet, index, lastParagraph, phrase.Reason);
            case FurnitureReach.Rest:
                if (!StartsSentence(text, at)) return false;
                if (Enclosing(text, at) is { } pair) return StrikeFrom(line, pair.Open, pair.Close + 1, phrase.Reason, out end);
                var stop = IsShortRest(text, at) ? text.Length : SentenceEnd(text, end);
                return StrikeFrom(line, at, stop, phrase.Reason, out end);
            case FurnitureReach.Sentence:
                return StartsSentence(text, at) && StrikeFrom(line, at, SentenceEnd(text, end), phrase.Reason, out end);
            default:
                return TryStrikeHeadline(sheet, index, at, phrase, ruler, ref end);
        }
    }

    private static bool TryStrikeHeadline(
        Sheet sheet, int index, int at, FurniturePhrase phrase, HeadlineRuler ruler, ref int end)
    {
        var line = sheet.Lines[index];
        var text = line.Text;
        if (!StartsSentence(text, at)) return false;
        var start = end;
        while (start < text.Length && text[start] is ' ' or ':' or '-' or '–' or '|' or '>' or '»' or ']') start++;
        if (start < text.Length && char.IsLower(text[start]) && text[end - 1] != ':') return false;
        if (start >= text.Length) StrikeHeadlinesBelow(sheet, index, phrase.Reason, ruler);
        var from = at;
        while (from > 0 && text[from - 1] is '(' or '[' or '*' or '•' or '>' or '»') from--;
        if (from < at && text[from] is '(' or '[' && Closing(text, from) is { } close)
        {
            return StrikeFrom(line, from, close + 1, phrase.Reason, out end);
        }

        var stop = IsBare(text.AsSpan(0, from)) && !GoesOnAsParagraph(text, ruler.EndOfMarked(text, start))
            ? text.Length
            : ruler.EndOfMarked(text, start);
        return StrikeFrom(line, from, stop, phrase.Reason, out end);
    }

    /// <summary>After a lead that stands alone on its line the headlines have lines of their own.</summary>
    private static void StrikeHeadlinesBelow(Sheet sheet, int index, string reason, HeadlineRuler ruler)
    {
        for (var i = index + 1; i < Math.Min(sheet.Lines.Count, index + 1 + MaxHeadlinesBelow); i++)
        {
            var text = sheet.Lines[i].Text;
            if (text[^1] is '.' or '"' or '”' || ruler.EndOfUnmarked(text, 0, out _, out var signals) != text.Length) return;
            if (signals == 0) return;
            sheet.Lines[i].Strike(reason);
        }
    }

    /// <summary>Whether what follows a related headline on its own line is the article again and not more of it.</summary>
    private static bool GoesOnAsParagraph(string text, int end)
    {
        var rest = text.AsSpan(end).Trim();
        return rest.Length > 60 && rest[^1] is '.' or '"' or '”' or ')' && rest.ContainsAny(" ");
    }

    /// <summary>Whether what follows a promotion can be more of it: no page of text, and nobody is quoted.</summary>
    private static bool IsShortRest(string text, int at) =>
        text.Length - at <= MaxPromotion && text.AsSpan(at).IndexOfAny('“', '”') < 0;

    private static int SentenceEnd(string text, int at)
    {
        while (at < text.Length && !(text[at] is '.' or '?' or '!' && (at + 1 == text.Length || text[at + 1] is ' ' || char.IsUpper(text[at + 1])))) at++;
        return Math.Min(text.Length, at + 1);
    }

    /// <summary>The parentheses around a promotion, when both stand near.</summary>
    private static (int Open, int Close)? Enclosing(string text, int at)
    {
        var from = Math.Max(0, at - 80);
        var open = text.AsSpan(from, at - from).LastIndexOfAny('(', ')');
        if (open < 0 || text[from + open] != '(') return null;
        return Closing(text, from + open) is { } close && close > at ? (from + open, close) : null;
    }

    private static int? Closing(string text, int open)
    {
        var close = text.AsSpan(open, Math.Min(300, text.Length - open)).IndexOf(text[open] == '(' ? ')' : ']');
        return close < 0 ? null : open + close;
    }

    private static bool StrikeFrom(SheetLine line, int start, int stop, string reason, out int end)
    {
        while (start > 0 && line.Text[start - 1] is '*' or '-' && start > 1 && line.Text[start - 2] is ' ' or '*') start--;
        line.Strike(start, stop, reason);
        end = stop;
        return true;
    }

    /// <summary>All from a tail's heading on goes, when nothing after it reads like a paragraph.</summary>
    private static bool TryStrikeTail(Sheet sheet, int from, int lastParagraph, string reason)
    {
        if (from == 0 || from <= lastParagraph) return false;
        for (var i = from; i < sheet.Lines.Count; i++) sheet.Lines[i].Strike(reason);
        return true;
    }

    private static int LastParagraph(Sheet sheet)
    {
        for (var i = sheet.Lines.Count - 1; i >= 0; i--)
        {
            if (IsParagraph(sheet.Lines[i].Text)) return i;
        }

        return -1;
    }

    /// <summary>A line that ends as a sentence does and is longer than a headline, or holds a quotation.</summary>
    private static bool IsParagraph(string text) =>
        (text.Length > 120 && text[^1] is '.' or '"' or '”' or ')') || text.AsSpan().Count('"') >= 2 || text.Contains('“', StringComparison.Ordinal);

    private static bool StartsSentence(string text, int at)
    {
        if (at == 0) return true;
        if (char.IsUpper(text[at])) return true;
        var before = at - 1;
        while (before >= 0 && text[before] == ' ') before--;
        return before < 0 || text[before] is '.' or '?' or '!' or '"' or '”' or ')' or '(' or '[' or '*' or '|' or '•';
    }

    private static bool IsBare(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) return false;
        }

        return true;
    }
}
