using Konon.Articles;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Web.Mcp;

/// <summary>Words of an article, and where they stand in it.</summary>
/// <param name="Start">The first code point in the article's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Words">The words between, on one line, without what acts or hides; cut with <see cref="ToolWords.Mark"/>
/// where they are long.</param>
/// <param name="Cut">True where they are cut; else left out.</param>
internal sealed record Quote(int Start, int End, string Words, bool? Cut)
{
    // A long claim has some 400 letters.
    private const int Longest = 600;

    // A claim that is interrupted more often than this is a list.
    private const int Most = 4;

    // Enough of a body to know an article by that has no headline.
    private const int Opening = 160;

    /// <summary>The first of some stretches of an article.</summary>
    public static IReadOnlyList<Quote> Of(Article article, IEnumerable<TextSpan> spans)
    {
        var points = new CodePoints(article.Text);
        return [.. spans.Take(Most).Select(span => Of(article.Text, span, points))];
    }

    /// <summary>One stretch of an article.</summary>
    public static IReadOnlyList<Quote> Of(Article article, TextSpan span) => Of(article, [span]);

    /// <summary>The headline; of an article without one how it begins.</summary>
    public static IReadOnlyList<Quote> OfHead(Article article)
    {
        var isTitled = article.Title is { Length: > 0 } && article.Text.StartsWith(article.Title, StringComparison.Ordinal);
        if (isTitled) return Of(article, new TextSpan(0, article.Title!.Length));
        var end = Math.Min(article.Text.Length, article.BodyStart + Opening);
        if (end > 0 && end < article.Text.Length && char.IsLowSurrogate(article.Text[end])) end--;
        return Of(article, new TextSpan(Math.Min(article.BodyStart, end), end));
    }

    private static Quote Of(string text, TextSpan span, CodePoints points)
    {
        var (start, end) = points.Of(span);
        var clean = ToolWords.Clean(span.Of(text));
        var words = ToolWords.Cut(clean, Longest);
        return new Quote(start, end, words, words.Length == clean.Length ? null : true);
    }
}
