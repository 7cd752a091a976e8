using System.Globalization;
using Konon.Articles;
using Konon.Claims;
using Konon.Ledger;
using Konon.Text;

namespace Konon.Views.Exports;

/// <summary>The columns of <c>konon export --format csv</c>; docs/formats/csv.md is held to them by a test.</summary>
internal static class ExportTables
{
    private const string Between = "; ";

    public static IReadOnlyList<ExportColumn<ClaimRow>> Claims { get; } =
    [
        new("claim", "id of the claim, as konon extract prints it", row => row.Id),
        new("article", "id of the article", row => row.Article.Id),
        new("url", "address of the article", row => row.Article.Reading.Article.Url),
        new("outlet", "who published it", row => row.Article.Reading.Article.Outlet),
        new("title", "headline of the article", row => row.Article.Reading.Article.Title),
        new("published", "when it was published, as exactly as is known", row => row.Article.Reading.Article.Published?.Value),
        new("language", "ISO 639-1 code of the article's language", row => row.Article.Reading.Article.Language),
        new("speakers", "who says it; several are parted by a semicolon, here and in the next four columns", row => Names(row.Claim)),
        new("speaker_ids", "ids of the speakers", row => Joined(row.Claim, ContentId.OfSpeaker)),
        new("speaker_types", "person, office, state, organisation, outlet, group or unnamed", row => Types(row.Claim)),
        new("roles", "their roles, as written; empty where none is told", row => Joined(row.Claim, who => who.Role)),
        new("parties", "for whom they speak: a state's ISO 3166 code, else an organisation", row => Parties(row.Claim)),
        new("stance", "asserts, confirms, denies, doubts, declines or urges", row => WireNames.Of(row.Claim.Stance)),
        new("kind", "direct, indirect or mixed", row => WireNames.Of(row.Claim.Kind)),
        new("act", "what the cue does beyond the stance; empty for most", row => row.Claim.Act),
        new("cue", "the word that attributes it", row => row.Claim.Cue?.Of(row.Text)),
        new("via", "the outlets that carried the words to this article", row => Relays(row.Claim)),
        new("said_from", "first day on which it may have been said", row => IsoDay.Of(row.Claim.SaidOn?.From)),
        new("said_to", "last day on which it may have been said", row => IsoDay.Of(row.Claim.SaidOn?.To)),
        new("words", "the claim's words; parts are joined by an ellipsis", row => row.Words),
        new("start", "first code point of the words in the article's text", row => Number(row.Start), IsNumber: true),
        new("end", "one past their last code point", row => Number(row.End), IsNumber: true),
        new("figures", "how many figures it has", row => Number(row.Claim.Figures.Count), IsNumber: true),
        new("confidence", "how sure the reader is, from 0 to 1", row => Number(row.Claim.Confidence), IsNumber: true),
        new("sha256", "digest of the document", row => row.Article.Reading.Article.Sha256),
        new("reader", "the version of Konon that read it", row => row.Article.Reader),
    ];

    public static IReadOnlyList<ExportColumn<FigureRow>> Figures { get; } =
    [
        new("claim", "id of the claim that gives it", row => row.In.Id),
        new("number", "its place among the claim's figures, from 1", row => Number(row.Number), IsNumber: true),
        new("article", "id of the article", row => row.In.Article.Id),
        new("outlet", "who published the article", row => row.In.Article.Reading.Article.Outlet),
        new("published", "when it was published", row => row.In.Article.Reading.Article.Published?.Value),
        new("speakers", "who says it", row => Names(row.In.Claim)),
        new("parties", "for whom they speak", row => Parties(row.In.Claim)),
        new("stance", "stance of the claim", row => WireNames.Of(row.In.Claim.Stance)),
        new("said_from", "first day on which it may have been said", row => IsoDay.Of(row.In.Claim.SaidOn?.From)),
        new("said_to", "last day on which it may have been said", row => IsoDay.Of(row.In.Claim.SaidOn?.To)),
        new("exact", "its words", row => row.Figure.Span.Of(row.In.Text)),
        new("start", "their first code point in the article's text", row => Number(row.Start), IsNumber: true),
        new("end", "one past their last code point", row => Number(row.End), IsNumber: true),
        new("value", "the number, or the least of a range", row => Number(row.Figure.Value), IsNumber: true),
        new("max", "the greatest of a range; empty for a single number", row => Number(row.Figure.Max), IsNumber: true),
        new("bound", "exact, about, at-least, at-most, more-than, less-than, range or order", row => WireNames.Of(row.Figure.Bound)),
        new("counted", "what is counted", row => row.Figure.Counted),
        new("unit", "the unit, where there is one", row => row.Figure.Unit),
        new("status", "what is said of what is counted", row => row.Figure.Status),
        new("scope", "where or among whom", row => row.Figure.Scope),
        new("as_of_from", "first day for which it holds", row => IsoDay.Of(row.Figure.AsOf?.From)),
        new("as_of_to", "last day for which it holds", row => IsoDay.Of(row.Figure.AsOf?.To)),
    ];

    public static IReadOnlyList<ExportColumn<ExportedArticle>> Articles { get; } =
    [
        new("article", "id of the article", row => row.Id),
        new("key", "what makes it this article: its address, external id or digest", row => row.Key),
        new("url", "its address", row => row.Reading.Article.Url),
        new("external_id", "the id that a table gave it", row => row.Reading.Article.ExternalId),
        new("outlet", "who published it", row => row.Reading.Article.Outlet),
        new("title", "headline", row => row.Reading.Article.Title),
        new("byline", "who wrote it; several are parted by a semicolon", row => string.Join(Between, row.Reading.Article.Byline)),
        new("dateline", "the place that it was written at", row => row.Reading.Article.Dateline),
        new("published", "when it was published, as exactly as is known", row => row.Reading.Article.Published?.Value),
        new("published_precision", "year, month, day, minute or second", row => Precision(row.Reading.Article.Published)),
        new("modified", "when it was last changed", row => row.Reading.Article.Modified?.Value),
        new("language", "ISO 639-1 code", row => row.Reading.Article.Language),
        new("claims", "how many claims it has", row => Number(row.Reading.Claims.Count), IsNumber: true),
        new("figures", "how many figures they have", row => Number(row.Reading.Claims.Sum(claim => claim.Figures.Count)), IsNumber: true),
        new("sha256", "digest of the document", row => row.Reading.Article.Sha256),
        new("text_sha256", "digest of the text, in UTF-8", row => row.TextDigest),
        new("reader", "the version of Konon that read it", row => row.Reader),
    ];

    /// <summary>Stands behind the last column of articles where the text is asked for.</summary>
    public static ExportColumn<ExportedArticle> Text { get; } =
        new("text", "its text; only with --with-text", row => row.Reading.Article.Text);

    public static IReadOnlyList<ExportColumn<SpeakerRow>> Speakers { get; } =
    [
        new("speaker", "id of the speaker", row => row.Id),
        new("name", "the most used of the names", row => row.Name),
        new("other_names", "the others, most used first, parted by a semicolon", row => string.Join(Between, row.OtherNames)),
        new("type", "person, office, state, organisation, outlet, group or unnamed: the most frequent", row => row.Type),
        new("parties", "for whom the speaker speaks, parted by a semicolon", row => string.Join(Between, row.Parties)),
        new("claims", "how many claims", row => Number(row.Claims), IsNumber: true),
        new("articles", "in how many articles", row => Number(row.Articles), IsNumber: true),
        new("outlets", "in how many outlets", row => Number(row.Outlets), IsNumber: true),
        new("first_day", "day of the first claim", row => IsoDay.Of(row.First)),
        new("last_day", "day of the last claim", row => IsoDay.Of(row.Last)),
    ];

    private static string Names(Claim claim) => Joined(claim, speaker => speaker.Name);

    private static string Types(Claim claim) => Joined(claim, speaker => WireNames.Of(speaker.Type));

    private static string Relays(Claim claim) => string.Join(Between, claim.Via.Select(relay => relay.Name));

    private static string Parties(Claim claim) => Joined(claim, speaker => speaker.Party);

    // One place for each speaker, so that the second role is the second speaker's; nothing at all where nobody has any.
    private static string Joined(Claim claim, Func<Speaker, string?> value)
    {
        var values = claim.Speakers.Select(value).ToList();
        return values.All(string.IsNullOrEmpty) ? "" : string.Join(Between, values);
    }

    private static string? Precision(Timestamp? time) => time is null ? null : WireNames.Of(time.Precision);

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.#############################", CultureInfo.InvariantCulture);
}
