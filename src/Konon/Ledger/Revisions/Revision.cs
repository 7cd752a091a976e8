namespace Konon.Ledger.Revisions;

/// <summary>What changed from one version of an article to another.</summary>
public sealed record Revision
{
    /// <summary>What changed about the article: <c>title</c>, <c>byline</c>, <c>outlet</c>, <c>published</c>, <c>modified</c>.</summary>
    public required IReadOnlyList<FieldChange> Head { get; init; }

    /// <summary>The claims that came, went or changed, in the order of the newer text; those that went last.</summary>
    public required IReadOnlyList<ClaimChange> Claims { get; init; }

    /// <summary>The names of speakers who were not there before, in order.</summary>
    public required IReadOnlyList<string> SpeakersAdded { get; init; }

    /// <summary>The names of speakers who are no longer there, in order.</summary>
    public required IReadOnlyList<string> SpeakersRemoved { get; init; }

    /// <summary>The words that changed.</summary>
    public required IReadOnlyList<TextEdit> Words { get; init; }

    /// <summary>The lines in which the outlet says so, which were not there before.</summary>
    public required IReadOnlyList<CorrectionNote> Notes { get; init; }

    /// <summary>Whether title or text say something else; blanks and what is furniture do not count.</summary>
    public bool IsEdit => Words.Count > 0;

    /// <summary>Whether words changed and the outlet does not say so.</summary>
    public bool IsSilent => IsEdit && Notes.Count == 0;
}
