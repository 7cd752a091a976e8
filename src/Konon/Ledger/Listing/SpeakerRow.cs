namespace Konon.Ledger.Listing;

/// <summary>A speaker as a listing shows it; what was merged counts together.</summary>
public sealed record SpeakerRow
{
    /// <summary>The speaker's id.</summary>
    public required string Id { get; init; }

    /// <summary>The name most used.</summary>
    public required string Name { get; init; }

    /// <summary>person, office, state and so on.</summary>
    public required string Type { get; init; }

    /// <summary>The parties for which the speaker spoke, the most frequent first.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>How many current claims.</summary>
    public required long Claims { get; init; }

    /// <summary>In how many articles.</summary>
    public required long Reports { get; init; }

    /// <summary>Of how many outlets; articles that name none do not count.</summary>
    public required long Outlets { get; init; }

    /// <summary>Of how many of the newest claims parties, reports and outlets were counted; null where of all.</summary>
    public long? Counted { get; init; }

    /// <summary>The first day of a claim; null where none has a day.</summary>
    public string? First { get; init; }

    /// <summary>The last day of a claim.</summary>
    public string? Last { get; init; }
}
