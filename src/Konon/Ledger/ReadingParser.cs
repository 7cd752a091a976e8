using System.Globalization;
using System.Text.Json;
using Konon.Articles;
using Konon.Claims;
using Konon.Text;

namespace Konon.Ledger;

/// <summary>Reads what <see cref="ReadingRecord"/> wrote.</summary>
public static class ReadingParser
{
    /// <summary>The reading; all but the input's name and the refused stretches is as it was.</summary>
    /// <param name="record">The record.</param>
    /// <param name="input">Where it came from, to be put in.</param>
    /// <param name="sha256">The document's digest, to be put in.</param>
    /// <exception cref="FormatException">It is no record, or a span lies outside the text.</exception>
    public static Reading Parse(ReadOnlyMemory<byte> record, string input, string sha256)
    {
        try
        {
            using var json = JsonDocument.Parse(record);
            var article = ReadArticle(json.RootElement, input, sha256);
            var claims = json.RootElement.GetProperty("claims"u8).EnumerateArray().Select(claim => ReadClaim(claim, article.Text.Length));
            return new Reading(article, [.. claims], []);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("not a record of a reading: " + fault.Message, fault);
        }
    }

    private static Article ReadArticle(JsonElement root, string input, string sha256)
    {
        var text = root.Required("text");
        return new Article
        {
            Input = input,
            Sha256 = sha256,
            ExternalId = root.Optional("external_id"),
            Url = root.Optional("url"),
            Outlet = root.Optional("outlet"),
            Title = root.Optional("title"),
            Byline = Strings(root, "byline"),
            Dateline = root.Optional("dateline"),
            Published = Time(root, "published"),
            Modified = Time(root, "modified"),
            Language = root.Required("language"),
            BodyStart = root.GetProperty("body_start"u8).GetInt32(),
            Text = text,
            Asides = Spans(root, "asides", text.Length),
            Removed = root.List("removed", item => new RemovedText(item[1].GetString()!, item[0].GetString()!)),
            Notes = Strings(root, "notes"),
        };
    }

    private static Claim ReadClaim(JsonElement claim, int length) => new()
    {
        Content = Spans(claim, "content", length),
        Kind = WireNames.Read<ClaimKind>(claim.Required("kind"), WireNames.Of),
        Speakers = claim.List("speakers", speaker => new Speaker(
            speaker.Required("name"),
            Span(speaker, "mention", length),
            speaker.Optional("role"),
            WireNames.Read<SpeakerType>(speaker.Required("type"), WireNames.Of),
            speaker.Optional("party"))),
        Cue = Span(claim, "cue", length),
        Via = claim.List("via", relay => new Relay(relay.Required("name"), Span(relay.GetProperty("span"u8), length))),
        Stance = WireNames.Read<Stance>(claim.Required("stance"), WireNames.Of),
        Act = claim.Optional("act"),
        SaidOn = Days(claim, "said_on"),
        Figures = claim.List("figures", figure => ReadFigure(figure, length)),
        Times = claim.List("times", time => new TimeMention(Span(time.GetProperty("span"u8), length), Days(time, "days"))),
        Notes = Strings(claim, "notes"),
        Confidence = claim.GetProperty("confidence"u8).GetDouble(),
        Rule = claim.Required("rule"),
    };

    private static Figure ReadFigure(JsonElement figure, int length) => new()
    {
        Span = Span(figure.GetProperty("span"u8), length),
        Value = figure.GetProperty("value"u8).GetDecimal(),
        Max = figure.TryGetProperty("max"u8, out var max) ? max.GetDecimal() : null,
        Bound = WireNames.Read<Bound>(figure.Required("bound"), WireNames.Of),
        Counted = figure.Optional("counted"),
        Unit = figure.Optional("unit"),
        Status = figure.Optional("status"),
        Scope = figure.Optional("scope"),
        AsOf = Days(figure, "as_of"),
    };

    private static Timestamp? Time(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var time)) return null;
        var value = time.Required("value");
        var precision = WireNames.Read<TimePrecision>(time.Required("precision"), WireNames.Of);
        var from = WireNames.Read<TimeOrigin>(time.Required("from"), WireNames.Of);
        var culture = CultureInfo.InvariantCulture;
        return precision switch
        {
            TimePrecision.Year => new(DateTime.ParseExact(value, "yyyy", culture), null, precision, from),
            TimePrecision.Month => new(DateTime.ParseExact(value, "yyyy-MM", culture), null, precision, from),
            TimePrecision.Day => new(IsoDay.Read(value).ToDateTime(TimeOnly.MinValue), null, precision, from),
            _ => WithClock(value, precision, from),
        };
    }

    private static Timestamp WithClock(string value, TimePrecision precision, TimeOrigin from)
    {
        const int Clock = 19; // "yyyy-MM-ddTHH:mm:ss"
        var local = DateTime.ParseExact(value.AsSpan(0, Clock), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        if (value.Length == Clock) return new(local, null, precision, from);
        var offset = TimeSpan.ParseExact(value.AsSpan(Clock + 1), "hh\\:mm", CultureInfo.InvariantCulture);
        return new(local, value[Clock] == '-' ? -offset : offset, precision, from);
    }

    private static DayRange? Days(JsonElement element, string name)
    {
        if (element.Optional(name) is not { } value) return null;
        return DayRange.Parse(value);
    }

    private static TextSpan? Span(JsonElement element, string name, int length) =>
        element.TryGetProperty(name, out var span) ? Span(span, length) : null;

    private static TextSpan Span(JsonElement span, int length)
    {
        var found = new TextSpan(span[0].GetInt32(), span[1].GetInt32());
        return found.End <= length ? found : throw new FormatException($"the span {found} ends behind the text");
    }

    private static IReadOnlyList<TextSpan> Spans(JsonElement element, string name, int length) =>
        element.List(name, span => Span(span, length));

    private static IReadOnlyList<string> Strings(JsonElement element, string name) => element.List(name, item => item.GetString()!);
}
