using Konon.Claims;

namespace Konon.Stories;

/// <summary>Under what a speaker is filed, so that one speaker's claims in many articles meet.</summary>
/// <remarks>A person by the folded name, a state under all its names, all else by folded name and party.</remarks>
public static class SpeakerKey
{
    /// <summary>The key of a speaker: <c>person/…</c>, <c>state/…</c> or <c>body/…</c>.</summary>
    public static string Of(Speaker speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return speaker.Type switch
        {
            SpeakerType.State when speaker.Party is not null => "state/" + speaker.Party,
            SpeakerType.Person => "person/" + NameKey.Of(speaker.Name),
            _ => "body/" + NameKey.Of(speaker.Name) + "/" + speaker.Party,
        };
    }
}
