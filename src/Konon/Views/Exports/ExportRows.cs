using Konon.Claims;
using Konon.Ledger;

namespace Konon.Views.Exports;

/// <summary>One claim with the article that it stands in: a row of the table of claims.</summary>
internal sealed record ClaimRow(ExportedArticle Article, CodePoints Points, string Id, Claim Claim)
{
    private const string Gap = " … ";

    public string Text => Article.Reading.Article.Text;

    /// <summary>The content's words, parts joined by an ellipsis.</summary>
    public string Words => string.Join(Gap, Claim.Content.Select(part => part.Of(Text)));

    /// <summary>The first code point of the words.</summary>
    public int Start => Points.Before(Claim.Content[0].Start);

    /// <summary>One past the last.</summary>
    public int End => Points.Before(Claim.Content[^1].End);

    /// <summary>The claims of an article, in order.</summary>
    public static IEnumerable<ClaimRow> Of(ExportedArticle article)
    {
        var points = new CodePoints(article.Reading.Article.Text);
        var ids = ClaimIds.Of(article.Reading, points);
        return article.Reading.Claims.Select((claim, i) => new ClaimRow(article, points, ids[i], claim));
    }
}

/// <summary>One figure with its claim: a row of the table of figures.</summary>
/// <param name="In">The claim.</param>
/// <param name="Number">Its place among the claim's figures, from 1.</param>
/// <param name="Figure">The figure.</param>
internal sealed record FigureRow(ClaimRow In, int Number, Figure Figure)
{
    /// <summary>The first code point of its words.</summary>
    public int Start => In.Points.Before(Figure.Span.Start);

    /// <summary>One past the last.</summary>
    public int End => In.Points.Before(Figure.Span.End);

    /// <summary>The figures of an article, in order.</summary>
    public static IEnumerable<FigureRow> Of(ExportedArticle article) =>
        ClaimRow.Of(article).SelectMany(row => row.Claim.Figures.Select((figure, i) => new FigureRow(row, i + 1, figure)));
}
