using Konon.Text;

namespace Konon.Ledger.Search;

/// <summary>Cuts the best stretch out of a text.</summary>
internal static class SnippetCutter
{
    private const string Ellipsis = "…";

    public static SearchSnippet Cut(string text, IReadOnlyList<TextSpan> marks, int length)
    {
        if (text.Length <= length) return new SearchSnippet(text, marks);
        var (first, last) = Densest(text, marks, length);
        var from = marks.Count == 0 ? 0 : Start(text, marks[first], marks[last], length);
        var to = End(text, from, length);
        var before = from > 0 ? Ellipsis : "";
        var shift = before.Length - from;
        return new SearchSnippet(
            before + text[from..to].TrimEnd() + (to < text.Length ? Ellipsis : ""),
            [.. marks.Where(mark => mark.Start >= from && mark.End <= to).Select(mark => new TextSpan(mark.Start + shift, mark.End + shift))]);
    }

    // The window with most different words among the marks, by two fingers; linear.
    private static (int First, int Last) Densest(string text, IReadOnlyList<TextSpan> marks, int length)
    {
        var inside = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (best, first, chosen) = (0, 0, (0, 0));
        for (var last = 0; last < marks.Count; last++)
        {
            var word = marks[last].Of(text);
            inside[word] = inside.GetValueOrDefault(word) + 1;
            // The first one stays where it alone is longer than the window.
            while (first < last && marks[last].End - marks[first].Start > length)
            {
                var gone = marks[first++].Of(text);
                if (--inside[gone] == 0) inside.Remove(gone);
            }

            if (inside.Count > best) (best, chosen) = (inside.Count, (first, last));
        }

        return chosen;
    }

    // A third of what is left of the room before the first mark, from the start of a word.
    private static int Start(string text, TextSpan first, TextSpan last, int length)
    {
        var from = Math.Max(0, first.Start - (Math.Max(0, length - (last.End - first.Start)) / 3));
        if (from == 0) return 0;
        while (from < first.Start && !char.IsWhiteSpace(text[from - 1])) from++;
        return from;
    }

    private static int End(string text, int from, int length)
    {
        if (text.Length - from <= length) return text.Length;
        var to = from + length;
        var cut = to;
        while (cut > from + (length / 2) && !char.IsWhiteSpace(text[cut])) cut--;
        // One word longer than half of the room is cut, but not inside a letter of two code units.
        if (!char.IsWhiteSpace(text[cut])) cut = char.IsLowSurrogate(text[to]) ? to - 1 : to;
        return cut;
    }
}
