using System.Globalization;
using Konon.Ledger.Listing;
using Csv = Konon.Views.Exports.Csv;

namespace Konon.Views.Listing;

/// <summary>Rows of listings as lines of CSV (RFC 4180): one row a line, CRLF, several values in a cell joined by "; ".</summary>
public static class ListingCsv
{
    /// <summary>The first line of a listing.</summary>
    /// <param name="kind">claims, figures, articles, speakers or stories.</param>
    public static string Head(string kind) => kind switch
    {
        "claims" => Line(
            "id", "article", "day", "said_from", "said_to", "stance", "kind", "speakers", "speaker_ids", "roles", "parties", "cue", "via", "words",
            "figures", "outlet", "title", "url", "published", "language"),
        "figures" => Line(
            "id", "claim", "article", "day", "value", "max", "bound", "counted", "unit", "status", "scope", "as_of", "exact", "stance", "speakers",
            "parties", "outlet", "url"),
        "articles" => Line("id", "day", "outlet", "title", "url", "external_id", "published", "language", "claims", "snippet"),
        "speakers" => Line("id", "name", "type", "parties", "claims", "reports", "outlets", "first", "last", "counted"),
        "stories" => Line("id", "name", "from", "to", "reports", "outlets", "claims", "places", "parties"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "claims, figures, articles, speakers or stories"),
    };

    /// <summary>A claim.</summary>
    public static string Of(ClaimRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Line(
            row.Id, row.Article, row.Day, row.SaidFrom, row.SaidTo, row.Stance, row.Kind, Join(row.Speakers, speaker => speaker.Name),
            Join(row.Speakers, speaker => speaker.Id), Join(row.Speakers, speaker => speaker.Role),
            Join(row.Speakers, speaker => speaker.Party), row.Cue, row.Via, row.Words, Join(row.Figures, figure => figure.Exact), row.Outlet, row.Title, row.Url, row.Published, row.Language);
    }

    /// <summary>A figure.</summary>
    public static string Of(FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (figure, claim) = row;
        return Line(
            figure.Id, claim.Id, claim.Article, claim.Day, Number(figure.Value), Number(figure.Max), figure.Bound, figure.Counted, figure.Unit,
            figure.Status, figure.Scope, figure.AsOf, figure.Exact, claim.Stance, Join(claim.Speakers, speaker => speaker.Name),
            Join(claim.Speakers, speaker => speaker.Party), claim.Outlet, claim.Url);
    }

    /// <summary>An article.</summary>
    public static string Of(ArticleRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Line(
            row.Id, row.Day, row.Outlet, row.Title, row.Url, row.ExternalId, row.Published, row.Language, Number(row.Claims), row.Snippet?.Text);
    }

    /// <summary>A speaker.</summary>
    public static string Of(SpeakerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Line(
            row.Id, row.Name, row.Type, string.Join("; ", row.Parties), Number(row.Claims), Number(row.Reports), Number(row.Outlets),
            row.First, row.Last, row.Counted is { } counted ? Number(counted) : null);
    }

    /// <summary>A story.</summary>
    public static string Of(StoryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Line(
            row.Id, row.Name, row.From, row.To, Number(row.Articles), Number(row.Outlets), Number(row.Claims), string.Join("; ", row.Places),
            string.Join("; ", row.Parties));
    }

    private static string Line(params IEnumerable<string?> cells)
    {
        using var line = new StringWriter();
        Csv.Write(line, cells.Select(cell => cell is null || IsNumber(cell) ? cell : Csv.Defused(cell)), "\r\n");
        return line.ToString();
    }

    private static bool IsNumber(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string Join<T>(IReadOnlyList<T> list, Func<T, string?> of) => string.Join("; ", list.Select(of).Select(value => value ?? ""));

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
