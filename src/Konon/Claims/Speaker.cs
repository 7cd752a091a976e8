using Konon.Text;

namespace Konon.Claims;

/// <summary>Who says something.</summary>
/// <param name="Name">The fullest name that the article gives, without titles; for an unnamed source its description.</param>
/// <param name="Mention">The mention beside the cue; null for "-nya" and where the speaker goes on from a sentence before.</param>
/// <param name="Role">Role or apposition as it stands ("juru bicara Pentagon"); null without one.</param>
/// <param name="Type">What kind of speaker.</param>
/// <param name="Party">
/// On whose behalf: ISO 3166 alpha-2 for a state, its officials and organs, else the organisation's name; null when
/// nobody's or unknown.
/// </param>
public sealed record Speaker(string Name, TextSpan? Mention, string? Role, SpeakerType Type, string? Party);

/// <summary>What kind of speaker.</summary>
public enum SpeakerType
{
    /// <summary>A named person.</summary>
    Person,

    /// <summary>An office named instead of its holder.</summary>
    Office,

    /// <summary>A state, by its name or its capital.</summary>
    State,

    /// <summary>A body, company, party or agency.</summary>
    Organisation,

    /// <summary>A newspaper, agency, broadcaster or site.</summary>
    Outlet,

    /// <summary>Several unnamed people taken together.</summary>
    Group,

    /// <summary>Someone described and not named.</summary>
    Unnamed,
}
