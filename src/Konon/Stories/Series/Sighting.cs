using Konon.Claims;
using Konon.Text;

namespace Konon.Stories.Series;

/// <summary>A figure in a report with everything that the words around it say of it.</summary>
internal sealed record Sighting
{
    public required Report Report { get; init; }

    public required Statement? Statement { get; init; }

    public required Figure Figure { get; init; }

    public required SeriesKey Key { get; init; }

    /// <summary>How this report calls what is counted.</summary>
    public required string Words { get; init; }

    public required TextSpan Sentence { get; init; }

    public DayRange? AsOf { get; init; }

    /// <summary>"semula 10": what was said before.</summary>
    public bool IsFormer { get; init; }

    /// <summary>"menjadi 12": what takes a former one's place.</summary>
    public bool IsChange { get; init; }

    /// <summary>"ralat": the sentence takes a value back.</summary>
    public bool Corrects { get; init; }

    /// <summary>Of a sentence that takes a value back, the value that is taken back.</summary>
    public bool IsTakenBack { get; init; }

    public Stance Stance => Statement?.Claim.Stance ?? Stance.Asserts;

    public Moment Time => Moment.Of(Report, Statement, AsOf);

    /// <summary>Whether somebody answers for it: a medium's or a crowd's word is nobody's.</summary>
    public bool IsNamed => Statement is not null && Statement.Voices.Any(voice => IsNamedVoice(voice));

    public static bool IsNamedVoice(Voice voice) =>
        voice.Type is SpeakerType.Person or SpeakerType.Office or SpeakerType.Organisation or SpeakerType.State;
}
