using Konon.Articles;
using Konon.Claims;
using Konon.Stories;

namespace Konon.Views;

/// <summary>What each enum is called in files: lower case with hyphens, never translated.</summary>
internal static class WireNames
{
    public static string Of(TimePrecision precision) => precision switch
    {
        TimePrecision.Year => "year",
        TimePrecision.Month => "month",
        TimePrecision.Day => "day",
        TimePrecision.Minute => "minute",
        _ => "second",
    };

    public static string Of(TimeOrigin origin) => origin switch
    {
        TimeOrigin.Text => "text",
        TimeOrigin.Page => "page",
        TimeOrigin.Feed => "feed",
        TimeOrigin.Row => "row",
        _ => "archive",
    };

    public static string Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Direct => "direct",
        ClaimKind.Indirect => "indirect",
        _ => "mixed",
    };

    public static string Of(SpeakerType type) => type switch
    {
        SpeakerType.Person => "person",
        SpeakerType.Office => "office",
        SpeakerType.State => "state",
        SpeakerType.Organisation => "organisation",
        SpeakerType.Outlet => "outlet",
        SpeakerType.Group => "group",
        _ => "unnamed",
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Asserts => "asserts",
        Stance.Confirms => "confirms",
        Stance.Denies => "denies",
        Stance.Doubts => "doubts",
        Stance.Declines => "declines",
        _ => "urges",
    };

    public static string Of(Bound bound) => bound switch
    {
        Bound.Exact => "exact",
        Bound.About => "about",
        Bound.AtLeast => "at-least",
        Bound.AtMost => "at-most",
        Bound.MoreThan => "more-than",
        Bound.LessThan => "less-than",
        Bound.Range => "range",
        _ => "order",
    };

    public static string Of(ClaimRefusal reason) => reason switch
    {
        ClaimRefusal.ScareQuote => "scare-quote",
        ClaimRefusal.TitleQuote => "title-quote",
        ClaimRefusal.Verse => "verse",
        ClaimRefusal.NoCue => "no-cue",
        ClaimRefusal.NoContent => "no-content",
        ClaimRefusal.NotACue => "not-a-cue",
        ClaimRefusal.Nested => "nested",
        _ => "unknown-language",
    };

    public static string Of(SharedTextKind kind) => kind switch
    {
        SharedTextKind.Narrative => "narrative",
        SharedTextKind.Quotation => "quotation",
        SharedTextKind.Relay => "relay",
        _ => "credit",
    };
}
