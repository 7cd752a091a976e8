using System.Globalization;
using System.Text;
using Konon.Claims;
using Konon.Ledger;

namespace Konon.Views.Exports;

/// <summary>A dossier (CommonMark): each article with who says what in it, words first.</summary>
/// <remarks>What stands in an article is escaped: it can make no link, no heading and no HTML of the page.</remarks>
internal sealed class MarkdownExport(Stream output, bool withText) : IExportWriter
{
    private readonly StreamWriter _page = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), -1, leaveOpen: true);

    public void Add(ExportedArticle article)
    {
        var read = article.Reading.Article;
        Line("# " + Escape(read.Title ?? read.Outlet ?? article.Id));
        Line();
        Line(Joined(" · ", read.Outlet, read.Published?.Value, read.Byline.Count == 0 ? null : string.Join(", ", read.Byline)));
        Line();
        if (read.Url is { } url) Line("- Address: " + Code(url));
        Line("- Article " + Code(article.Id) + ", document SHA-256 " + Code(read.Sha256));
        Line("- Read by " + Escape(article.Reader));
        Line();
        if (withText) WriteText(read.Text[read.BodyStart..]);
        foreach (var row in ClaimRow.Of(article)) WriteClaim(row);
    }

    public void Finish() => _page.Flush();

    public void Dispose() => _page.Dispose();

    private void WriteText(string body)
    {
        foreach (var paragraph in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Line(Escape(paragraph));
            Line();
        }
    }

    private void WriteClaim(ClaimRow row)
    {
        var claim = row.Claim;
        var speakers = claim.Speakers.Count == 0 ? "nobody named" : string.Join("; ", claim.Speakers.Select(Named));
        Line("> " + Escape(row.Words));
        Line();
        Line(Joined(
            ", ",
            "— " + speakers,
            WireNames.Of(claim.Stance),
            claim.SaidOn?.ToString(),
            claim.Via.Count == 0 ? null : "via " + string.Join(", ", claim.Via.Select(relay => relay.Name))) + " " + Code(row.Id));
        Line();
        if (claim.Figures.Count == 0) return;
        foreach (var figure in claim.Figures) Line("- " + Escape(figure.Span.Of(row.Text)) + ": " + Escape(Meaning(figure)));
        Line();
    }

    private static string Named(Speaker speaker)
    {
        var party = speaker.Party is { } stated && stated != speaker.Name ? " [" + stated + "]" : "";
        return speaker.Name + (speaker.Role is null ? "" : " (" + speaker.Role + ")") + party;
    }

    private static string Meaning(Figure figure)
    {
        var culture = CultureInfo.InvariantCulture;
        var number = figure.Value.ToString("0.####", culture) + (figure.Max is { } max ? "–" + max.ToString("0.####", culture) : "");
        string?[] parts = [WireNames.Of(figure.Bound) + " " + number, figure.Counted, figure.Status, figure.Scope, figure.AsOf?.ToString()];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Joined(string between, params ReadOnlySpan<string?> parts)
    {
        var stated = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part)) stated.Add(Escape(part));
        }

        return string.Join(between, stated);
    }

    private static string Escape(string words) => BriefMarkdown.Escape(words);

    // What is code needs no escaping but for the mark that ends it.
    private static string Code(string words) => "`" + PlainText.OneLine(words).Replace('`', '\'') + "`";

    private void Line(string words = "")
    {
        _page.Write(words);
        _page.Write('\n');
    }
}
