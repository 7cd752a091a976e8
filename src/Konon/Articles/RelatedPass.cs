namespace Konon.Articles;

/// <summary>Strikes out other articles' headlines that stand in the text without any mark.</summary>
internal static class RelatedPass
{
    // Measured on a week of ten outlets: with two words capitalised against habit a run before a sentence is another's
    // headline; a line of its own may be a heading of this article, so it wants more and a headline's length.
    private const int LeastSignals = 2;
    private const int LeastWordsAlone = 6;

    public static void Run(Sheet sheet, int from, HeadlineRuler ruler)
    {
        for (var i = from; i < sheet.Lines.Count; i++)
        {
            var line = sheet.Lines[i];
            if (line.IsStruck || line.IsStruckAt(0) || !char.IsLetterOrDigit(line.Text[0])) continue;
            if (ruler.EndOfUnmarked(line.Text, 0, out var signals) is not { } end || signals < LeastSignals) continue;
            if (end < line.Text.Length)
            {
                line.Strike(0, end, "related");
            }
            else if (i > from && signals > LeastSignals && Words(line.Text) >= LeastWordsAlone && !EndsAsSentence(line.Text))
            {
                line.Strike("related");
            }
        }
    }

    private static int Words(string text) => text.AsSpan().Count(' ') + 1;

    private static bool EndsAsSentence(string text) => text[^1] is '.' or ':' or '"' or '”' or ',' or ';';
}
