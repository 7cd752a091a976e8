using System.Globalization;
using Konon.Ledger;
using Konon.Ledger.Listing;
using Konon.Store.Search;
using Konon.Text;
using Konon.Views;
using Konon.Views.Listing;

namespace Konon.Cli;

/// <summary>One thing of the ledger on a page to read.</summary>
internal sealed class ItemText(BriefOptions options, TextWriter output)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private readonly ListingText _page = new(options, output);

    public void Write(LedgerItem item)
    {
        switch (item)
        {
            case ArticleItem article: Write(article); break;
            case ClaimItem claim: Write(claim); break;
            case FigureItem figure: Write(figure); break;
            case SpeakerItem speaker: Write(speaker); break;
        }
    }

    private void Write(ArticleItem item)
    {
        WriteArticle(item.Row);
        _page.Fact("explain.modified", item.Reading.Article.Modified?.Value);
        _page.Fact("explain.byline", string.Join(", ", item.Reading.Article.Byline));
        _page.Fact("explain.dateline", item.Reading.Article.Dateline);
        _page.Fact("show.key", item.Stored.Key);
        WriteStored(item.Stored);
        _page.Gap();
        _page.Heading("show.versions");
        foreach (var version in item.Versions)
        {
            var state = version.IsCurrent ? _page.Word("show.current")
                : version.SupersededBy is { } by ? _page.Word("show.superseded", by) : "";
            _page.Fact("show.version", $"{version.Id}  {version.Modified ?? version.Published}  {state}  {version.Reader}");
            _page.Fact("explain.sha256", version.Sha256);
        }

        _page.Gap();
        _page.Heading("show.sightings");
        foreach (var sighting in item.Sightings)
        {
            _page.Fact("show.seen", (sighting.FetchedAt ?? sighting.SeenAt).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Culture) + "  " + sighting.Input);
        }

        _page.Gap();
        ArticleText.Write(item.Reading, options, output);
    }

    private void Write(ClaimItem item)
    {
        _page.WriteHead("claims");
        _page.Write(item.Row);
        _page.Gap();
        var text = item.Reading.Article.Text;
        foreach (var part in item.Claim.Content) WriteWords("column.words", part, text);
        if (item.Claim.Cue is { } cue) WriteWords("explain.cue", cue, text);
        foreach (var speaker in item.Claim.Speakers)
        {
            var role = speaker.Role is null ? "" : ", " + speaker.Role;
            if (speaker.Mention is { } mention) WriteWords("explain.speaker", mention, text, speaker.Name + role);
            else _page.Fact("explain.speaker", speaker.Name + role + " (" + _page.Word("explain.no-mention") + ")");
        }

        foreach (var relay in item.Claim.Via) WriteWords("explain.via", relay.Span, text);
        foreach (var figure in item.Claim.Figures) WriteWords("explain.figure", figure.Span, text);
        foreach (var time in item.Claim.Times) WriteWords("explain.time", time.Span, text, time.Days?.ToString());
        _page.Fact("explain.said", item.Claim.SaidOn?.ToString());
        _page.Fact("explain.rule", item.Claim.Rule);
        foreach (var note in item.Claim.Notes) _page.Fact("explain.note", note);
        _page.Gap();
        _page.Heading("show.article");
        _page.Fact("show.id", item.Row.Article);
        _page.Fact("explain.outlet", item.Row.Outlet);
        _page.Fact("explain.title", item.Row.Title);
        _page.Fact("explain.address", item.Row.Url);
        WriteStored(item.Stored);
    }

    private void Write(FigureItem item)
    {
        var row = item.Claim.Row;
        _page.WriteHead("figures");
        _page.Write(new FigureRow(row.Figures[item.Ordinal], row));
        _page.Gap();
        WriteWords("explain.figure", item.Claim.Claim.Figures[item.Ordinal].Span, item.Claim.Reading.Article.Text);
        _page.Gap();
        Write(item.Claim);
    }

    private void Write(SpeakerItem item)
    {
        _page.WriteHead("speakers");
        _page.Write(item.Row);
        _page.Gap();
        _page.Fact("show.from-to", item.Row.First is null ? null : item.Row.First + ", " + item.Row.Last);
        foreach (var name in item.Names) _page.Fact("column.names", name.Name + "  " + name.Uses.ToString(Culture));
        foreach (var merged in item.Merged) _page.Fact("show.merged", merged);
        _page.Gap();
        _page.Heading("show.newest");
        foreach (var claim in item.Claims) _page.Write(claim);
    }

    private void WriteArticle(ArticleRow row)
    {
        _page.Fact("show.id", row.Id);
        _page.Fact("explain.title", row.Title);
        _page.Fact("explain.outlet", row.Outlet);
        _page.Fact("explain.address", row.Url);
        _page.Fact("explain.published", row.Published);
        _page.Fact("explain.language", row.Language);
    }

    private void WriteStored(Konon.Store.StoredReading stored)
    {
        _page.Fact("explain.sha256", stored.Sha256);
        _page.Fact("show.text-sha256", stored.TextDigest);
        _page.Fact("show.reader", stored.Reader);
    }

    // Where it stands, in characters of the text from 0, and the words there.
    private void WriteWords(string key, TextSpan span, string text, string? says = null)
    {
        var (start, end) = TextPlaces.Of(text, span);
        _page.Fact(key, string.Create(Culture, $"{start}–{end}  {span.Of(text)}{(says is null ? "" : " = " + says)}"));
    }
}
