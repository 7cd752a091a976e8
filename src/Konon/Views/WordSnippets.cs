using Konon.Ledger.Revisions;
using Konon.Text;

namespace Konon.Views;

/// <summary>What became of a stretch of words.</summary>
internal enum WordFate
{
    /// <summary>It stayed.</summary>
    Kept,

    /// <summary>It went.</summary>
    Removed,

    /// <summary>It came.</summary>
    Added,
}

/// <summary>A stretch of words on one line, safe to print.</summary>
internal readonly record struct WordPiece(string Words, WordFate Fate);

/// <summary>Cuts changed words out of a text with some words around them; changes that stand near each other share a snippet.</summary>
internal static class WordSnippets
{
    // In code units: a line and a half of context, as much as shows where one is.
    private const int Context = 60;
    private const int Near = 80;

    public static IEnumerable<IReadOnlyList<WordPiece>> Of(string before, string after, IReadOnlyList<TextEdit> edits)
    {
        for (var i = 0; i < edits.Count;)
        {
            var first = i;
            while (++i < edits.Count && IsNear(after, edits[i - 1], edits[i]))
            {
            }

            yield return Snippet(before, after, edits, first, i);
        }
    }

    private static bool IsNear(string after, TextEdit one, TextEdit next) =>
        next.After.Start - one.After.End < Near
        && next.After.Start >= one.After.End && !after.AsSpan(one.After.End, next.After.Start - one.After.End).Contains('\n');

    private static List<WordPiece> Snippet(string before, string after, IReadOnlyList<TextEdit> edits, int first, int end)
    {
        var pieces = new List<WordPiece>();
        var start = edits[first].After.Start;
        var from = Math.Max(after.LastIndexOf('\n', Math.Max(0, start - 1)) + 1, start - Context);
        if (from > 0 && from < start && after[from - 1] != '\n') from = Blank(after, from, start);
        Add(pieces, after, new TextSpan(Math.Min(from, start), start), WordFate.Kept);
        for (var i = first; i < end; i++)
        {
            Add(pieces, before, edits[i].Before, WordFate.Removed);
            Add(pieces, after, edits[i].After, WordFate.Added);
            if (i + 1 < end) Add(pieces, after, new TextSpan(edits[i].After.End, edits[i + 1].After.Start), WordFate.Kept);
        }

        var last = edits[end - 1].After.End;
        var line = after.IndexOf('\n', last);
        var stop = Math.Min(line < 0 ? after.Length : line, last + Context);
        if (stop < after.Length && after[stop] != '\n') stop = Math.Max(last, after.LastIndexOf(' ', stop - 1, stop - last));
        Add(pieces, after, new TextSpan(last, Math.Max(last, stop)), WordFate.Kept);
        return pieces;
    }

    private static int Blank(string text, int from, int before)
    {
        var blank = text.IndexOf(' ', from, before - from);
        return blank < 0 ? before : blank + 1;
    }

    private static void Add(List<WordPiece> pieces, string text, TextSpan span, WordFate fate)
    {
        var words = PlainText.OneLine(span.Of(text));
        if (words.Length > 0) pieces.Add(new WordPiece(words, fate));
    }
}
