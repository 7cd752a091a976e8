using Konon.Claims;

namespace Konon.Stories.Series;

/// <summary>Tells which speakers of a series are one source.</summary>
/// <remarks>
/// All who speak for one organisation are. All who speak for one state are where several states give the figure; within one
/// country every speaker speaks for the state, and two of its agencies may well contradict each other.
/// </remarks>
internal sealed class SourceKeys(IReadOnlyList<Sighting> sightings)
{
    private readonly bool _betweenStates = sightings
        .SelectMany(sighting => sighting.Statement?.Parties ?? [])
        .Where(IsState)
        .Distinct(StringComparer.Ordinal)
        .Take(2)
        .Count() > 1;

    /// <summary>The source of a statement; null where nobody answers for it.</summary>
    public string? Of(Statement? statement)
    {
        if (statement?.Voices.FirstOrDefault(Sighting.IsNamedVoice) is not { } voice) return null;
        if (voice.Party is not { } party) return voice.Type == SpeakerType.Person ? "person/" + voice.Name : "party/" + voice.Name;
        if (!IsState(party)) return "party/" + party;
        return _betweenStates || voice.Type == SpeakerType.State ? "state/" + party : "voice/" + voice.Name;
    }

    private static bool IsState(string party) => party.Length == 2 && party.All(char.IsAsciiLetterUpper);
}
