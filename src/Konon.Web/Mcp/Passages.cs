using Konon.Articles;
using Konon.Ledger.Search;
using Konon.Text;

namespace Konon.Web.Mcp;

/// <summary>Finds the paragraph of an article that answers a search best.</summary>
internal sealed class Passages(SearchNode words)
{
    // A paragraph of news has some 200 letters; of one far longer the part around what was sought is enough.
    private const int Longest = 500;
    private readonly SearchMatcher _matcher = new(words);

    /// <summary>
    /// The paragraph with most different words among those sought, the first of several; null where none stands in the
    /// text.
    /// </summary>
    public TextSpan? Of(Article article)
    {
        var marks = _matcher.Find(article.Text, article.Language);
        if (marks.Count == 0) return null;
        var best = marks.GroupBy(mark => StartOfLine(article.Text, mark.Start))
            .Select(line => (Start: line.Key, First: line.First(), Words: Different(line, article.Text)))
            .MaxBy(line => line.Words);
        var end = article.Text.IndexOf('\n', best.First.End);
        return Around(article.Text, new TextSpan(best.Start, end < 0 ? article.Text.Length : end), best.First);
    }

    private static int Different(IEnumerable<TextSpan> marks, string text) =>
        marks.Select(mark => mark.Of(text)).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static TextSpan Around(string text, TextSpan line, TextSpan mark)
    {
        if (line.Length <= Longest) return line;
        var start = Math.Max(line.Start, mark.Start - (Longest / 3));
        while (start > line.Start && start < mark.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        var end = Math.Min(line.End, Math.Max(mark.End, start + Longest));
        while (end > mark.End && end < line.End && !char.IsWhiteSpace(text[end])) end--;
        return new TextSpan(start, end);
    }

    private static int StartOfLine(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
