using Konon.Articles;
using Konon.Text;

namespace Konon.Claims;

/// <summary>An article with the claims found in it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Claims">Its claims, by where their content starts.</param>
/// <param name="Refusals">Stretches that look like claims and are none, each with the reason, in order.</param>
public sealed record Reading(Article Article, IReadOnlyList<Claim> Claims, IReadOnlyList<Refusal> Refusals);

/// <summary>A stretch that looks like a claim and is none.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="Reason">Why it is none.</param>
public readonly record struct Refusal(TextSpan Span, ClaimRefusal Reason);

/// <summary>Why a stretch that looks like a claim is none.</summary>
public enum ClaimRefusal
{
    /// <summary>A quotation of fewer words than make a claim, without a cue: a name, a term, distance.</summary>
    ScareQuote,

    /// <summary>A quotation that is the name of a work, event or programme.</summary>
    TitleQuote,

    /// <summary>A verse, prayer or song.</summary>
    Verse,

    /// <summary>A quotation beside which nobody speaks.</summary>
    NoCue,

    /// <summary>A cue without content.</summary>
    NoContent,

    /// <summary>A cue word used in another sense ("kata kunci").</summary>
    NotACue,

    /// <summary>A claim inside another's words.</summary>
    Nested,

    /// <summary>The article is in a language that no folder knows.</summary>
    UnknownLanguage,
}
