using Konon.Claims;

namespace Konon.Stories;

/// <summary>One claim of the story, as one report or several give it.</summary>
public sealed record Statement
{
    /// <summary>The report whose words are shown: the earliest.</summary>
    public required Report Report { get; init; }

    /// <summary>The claim in that report.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Who says it; empty where nobody is named.</summary>
    public required IReadOnlyList<Voice> Voices { get; init; }

    /// <summary>Every report that gives it, by number; the first is <see cref="Report"/>.</summary>
    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>The claim in every report that gives it, in their order; of two in one report both.</summary>
    public required IReadOnlyList<StatementTelling> Tellings { get; init; }

    /// <summary>When it was said, if one of the reports says so.</summary>
    public required DayRange? SaidOn { get; init; }

    /// <summary>The outlets that carried it to the reports, each once, in the order of the reports.</summary>
    public required IReadOnlyList<string> Via { get; init; }

    /// <summary>On whose behalf, each party once.</summary>
    public IEnumerable<string> Parties => Voices.Select(voice => voice.Party).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whose it is, for telling sides apart: the first party, else the first voice; null when nobody is named.</summary>
    internal string? Side => Parties.FirstOrDefault() ?? (Voices is [var voice, ..] ? voice.Name : null);

    /// <summary>The claimed words, several stretches joined by an ellipsis.</summary>
    public string Words => string.Join(" … ", Claim.Content.Select(part => part.Of(Report.Article.Text)));

    /// <summary>Two statements are the same when they are one object.</summary>
    public bool Equals(Statement? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Report.Number, Start);

    /// <summary>Where it stands in time, for sorting: the day it was said, else that of its first report.</summary>
    internal DateOnly Place => SaidOn?.To ?? Report.Place;

    /// <summary>Where it starts in its report.</summary>
    internal int Start => Claim.Content.Count == 0 ? 0 : Claim.Content[0].Start;
}

/// <summary>A statement as one report gives it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Claim">The claim in it.</param>
public readonly record struct StatementTelling(Report Report, Claim Claim);
