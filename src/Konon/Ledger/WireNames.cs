using Konon.Articles;
using Konon.Claims;
using Konon.Stories.Lineage;

namespace Konon.Ledger;

/// <summary>What each enum is called in files: lower case with hyphens, never translated.</summary>
public static class WireNames
{
    /// <summary>The member that a name stands for.</summary>
    /// <param name="name">What a file has.</param>
    /// <param name="of">How the members are called.</param>
    /// <exception cref="FormatException">No member is called so.</exception>
    public static T Read<T>(string name, Func<T, string> of)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (of(member) == name) return member;
        }

        throw new FormatException($"no {typeof(T).Name} is called \"{name}\"");
    }

    /// <summary>The name of a member.</summary>
    public static string Of(TimePrecision precision) => precision switch
    {
        TimePrecision.Year => "year",
        TimePrecision.Month => "month",
        TimePrecision.Day => "day",
        TimePrecision.Minute => "minute",
        _ => "second",
    };

    /// <summary>The name of a member.</summary>
    public static string Of(TimeOrigin origin) => origin switch
    {
        TimeOrigin.Text => "text",
        TimeOrigin.Page => "page",
        TimeOrigin.Feed => "feed",
        TimeOrigin.Row => "row",
        _ => "archive",
    };

    /// <summary>The name of a member.</summary>
    public static string Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Direct => "direct",
        ClaimKind.Indirect => "indirect",
        _ => "mixed",
    };

    /// <summary>The name of a member.</summary>
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

    /// <summary>The name of a member.</summary>
    public static string Of(Stance stance) => stance switch
    {
        Stance.Asserts => "asserts",
        Stance.Confirms => "confirms",
        Stance.Denies => "denies",
        Stance.Doubts => "doubts",
        Stance.Declines => "declines",
        _ => "urges",
    };

    /// <summary>The name of a member.</summary>
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

    /// <summary>The name of a member.</summary>
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

    /// <summary>The name of a member.</summary>
    public static string Of(LineageEdgeKind kind) => kind switch
    {
        LineageEdgeKind.Verbatim => "verbatim",
        LineageEdgeKind.Spun => "spun",
        LineageEdgeKind.Passage => "passage",
        LineageEdgeKind.SameOrigin => "same-origin",
        LineageEdgeKind.SharedQuote => "shared-quote",
        _ => "relay",
    };
}
