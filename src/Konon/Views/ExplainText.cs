using System.Globalization;
using Konon.Articles;
using Konon.Claims;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Views;

/// <summary>
/// What <c>konon explain</c> prints of one article: what was read and from where, which rule gave each claim and on which words each
/// field rests, what looked like a claim and is none, and what was taken off as not the article.
/// </summary>
/// <remarks>For those who doubt a claim, and for whoever adds a language. Offsets are those of <c>konon extract</c>.</remarks>
public sealed class ExplainText
{
    private const int Labels = 11;
    private readonly Reading _reading;
    private readonly UiWords _words;
    private readonly Page _page;
    private readonly CodePoints _points;

    private ExplainText(Reading reading, BriefOptions options, TextWriter output)
    {
        _reading = reading;
        _words = options.Words;
        _page = new Page(output, options.Width, options.Colours);
        _points = new CodePoints(reading.Article.Text);
    }

    private string Text => _reading.Article.Text;

    /// <summary>Writes one article's explanation; lines end in a line feed on every system.</summary>
    public static void Write(Reading reading, BriefOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        new ExplainText(reading, options, output).WriteAll();
    }

    private void WriteAll()
    {
        var article = _reading.Article;
        _page.Line(new Run(PlainText.OneLine(article.Input), Ink.Strong));
        Field("outlet", article.Outlet);
        Field("title", article.Title);
        Field("byline", article.Byline.Count == 0 ? null : string.Join(", ", article.Byline));
        Field("dateline", article.Dateline);
        Field("published", Time(article.Published));
        if (article.Modified is not null) Field("modified", Time(article.Modified));
        Field("language", article.Language);
        if (article.Url is not null) Field("address", article.Url);
        Field("sha256", article.Sha256);
        foreach (var note in article.Notes) Field("note", note);
        Heading("explained", _reading.Claims.Count);
        for (var i = 0; i < _reading.Claims.Count; i++) WriteClaim(_reading.Claims[i], i + 1);
        WriteRefusals();
        WriteRemoved();
    }

    private void WriteClaim(Claim claim, int number)
    {
        var culture = CultureInfo.InvariantCulture;
        _page.Line(
            new Run(Columns.Pad($" {number}", 5)),
            new Run(_words.Stance(claim.Stance), BriefLabels.Of(claim.Stance)),
            new Run($" · {_words["kind." + WireNames.Of(claim.Kind)]}{(claim.Act is null ? "" : " · " + claim.Act)}"),
            new Run($" · {_words["explain.rule"]} {claim.Rule}", Ink.Strong),
            new Run(" · " + _words.Fill("explain.confidence", claim.Confidence.ToString("0.##", culture)), Ink.Faint));
        foreach (var part in claim.Content) Evidence("", "", part);
        foreach (var speaker in claim.Speakers) WriteSpeaker(speaker);
        if (claim.Cue is { } cue) Evidence("cue", "", cue);
        foreach (var relay in claim.Via) Evidence("via", relay.Name, relay.Span);
        if (claim.SaidOn is { } said) Plain("said", _words.Days(said, year: true));
        foreach (var figure in claim.Figures) Evidence("figure", Describe(figure), figure.Span);
        foreach (var time in claim.Times) Evidence("time", time.Days is { } days ? _words.Days(days, year: true) : "?", time.Span);
        foreach (var note in claim.Notes) Plain("note", note);
    }

    private void WriteSpeaker(Speaker speaker)
    {
        var said = speaker.Name
            + (speaker.Party is null ? "" : $" ({speaker.Party})")
            + ", " + _words["type." + WireNames.Of(speaker.Type)]
            + (speaker.Role is null ? "" : ", " + speaker.Role);
        if (speaker.Mention is { } mention) Evidence("speaker", said, mention);
        else Plain("speaker", said + ", " + _words["explain.no-mention"]);
    }

    private string Describe(Figure figure)
    {
        var parts = new List<string> { _words.Figure(figure.Value, figure.Max, figure.Bound, figure.Unit) };
        if (figure.Counted is { } counted) parts.Add(_words.Fill("explain.counted", counted));
        if (figure.Status is { } status) parts.Add(_words.Fill("explain.status", status));
        if (figure.Scope is { } scope) parts.Add(_words.Fill("explain.scope", scope));
        if (figure.AsOf is { } days) parts.Add(_words.Fill("as-of", _words.Days(days, year: true)));
        return string.Join(" · ", parts);
    }

    private void WriteRefusals()
    {
        if (_reading.Refusals.Count == 0) return;
        Heading("refusals", _reading.Refusals.Count);
        foreach (var (span, reason) in _reading.Refusals)
        {
            _page.Line(new Run(" " + _words["refusal." + WireNames.Of(reason)]));
            _page.Line([new Run("     "), Quoted(span)], Offsets(span));
        }
    }

    private void WriteRemoved()
    {
        if (_reading.Article.Removed.Count == 0) return;
        Heading("removed", _reading.Article.Removed.Count);
        foreach (var (exact, reason) in _reading.Article.Removed)
        {
            _page.Line(new Run(" " + Columns.Pad(reason, Labels) + " "), new Run(PlainText.OneLine(exact), Ink.Faint));
        }
    }

    private string? Time(Timestamp? time) =>
        time is null ? null : $"{time.Value}, {_words["explain.from." + WireNames.Of(time.From)]}";

    private void Field(string key, string? value) => _page.Line(
        new Run(" " + Columns.Pad(_words["explain." + key], Labels) + " "),
        value is null ? new Run(_words["explain.none"], Ink.Faint) : new Run(PlainText.OneLine(value)));

    private void Heading(string key, int count)
    {
        _page.Gap();
        _page.Line(new Run(_words["heading." + key].ToUpperInvariant(), Ink.Heading), new Run($"  {count}", Ink.Faint));
    }

    // What was found, and the words that it rests on with where they stand; on two lines where one does not hold both.
    private void Evidence(string key, string found, TextSpan span)
    {
        var label = new Run("     " + Columns.Pad(key.Length == 0 ? "" : _words["explain." + key], Labels) + " ");
        var told = new Run(found.Length == 0 ? "" : PlainText.OneLine(found) + "  ");
        var quoted = Quoted(span);
        var offsets = Offsets(span);
        if (Columns.Of(label.Text + told.Text + quoted.Text + offsets) < _page.Width || found.Length == 0)
        {
            _page.Line([label, told, quoted], offsets);
            return;
        }

        _page.Line(label, told);
        _page.Line([new Run(new string(' ', Labels + 6)), quoted], offsets);
    }

    private void Plain(string key, string found) => _page.Line(
        new Run("     " + Columns.Pad(_words["explain." + key], Labels) + " "), new Run(PlainText.OneLine(found)));

    private Run Quoted(TextSpan span) => new("‹" + PlainText.OneLine(span.Of(Text)) + "›", Ink.Faint);

    private string Offsets(TextSpan span)
    {
        var (start, end) = _points.Of(span);
        return $"{start.ToString(CultureInfo.InvariantCulture)}–{end.ToString(CultureInfo.InvariantCulture)}";
    }
}
