using Konon.Claims;

namespace Konon.Views;

/// <summary>An article with its claims as a short listing: what <c>konon extract</c> prints on a terminal.</summary>
public static class ArticleText
{
    /// <summary>Writes one article's listing; lines end in a line feed on every system.</summary>
    public static void Write(Reading reading, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var page = new Page(output, options.Width, options.Colours);
        var words = options.Words;
        var article = reading.Article;
        page.Line(new Run(PlainText.OneLine(article.Input), Ink.Strong));
        string?[] facts =
        [
            article.Outlet, article.Title, article.Published?.Value, article.Language, words.Count("claims", reading.Claims.Count),
        ];
        page.Line(new Run("  " + PlainText.OneLine(string.Join(" · ", facts.OfType<string>())), Ink.Faint));
        foreach (var claim in reading.Claims)
        {
            var said = claim.SaidOn is { } days ? words.Days(days, year: true) : "";
            page.Line(
                [new Run("  " + Columns.Pad(words.Stance(claim.Stance), 12) + " ", BriefLabels.Of(claim.Stance)), new Run(Source(claim, words))],
                said);
            var content = string.Join(" … ", claim.Content.Select(part => part.Of(article.Text)));
            page.Line(new Run(new string(' ', 15)), new Run(PlainText.OneLine(content), Ink.Faint));
            foreach (var figure in claim.Figures)
            {
                var counted = figure.Counted is null ? "" : " " + PlainText.OneLine(figure.Counted);
                page.Line(
                    new Run(new string(' ', 15)),
                    new Run(words.Figure(figure.Value, figure.Max, figure.Bound, figure.Unit) + (figure.Unit is null ? counted : ""), Ink.Strong));
            }
        }

        page.Gap();
    }

    private static string Source(Claim claim, UiWords words)
    {
        var names = claim.Speakers.Select(speaker => speaker.Party is null ? speaker.Name : $"{speaker.Name} ({speaker.Party})");
        var who = claim.Speakers.Count == 0 ? words["nobody"] : PlainText.OneLine(string.Join(", ", names));
        return claim.Via.Count == 0
            ? who
            : who + " " + words.Fill("via", PlainText.OneLine(string.Join(", ", claim.Via.Select(relay => relay.Name))));
    }
}
