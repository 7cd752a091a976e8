namespace Konon.Ledger.Listing;

/// <summary>A story in a list.</summary>
public sealed record StoryRow
{
    /// <summary>16 hexadecimal digits; an id that a story had before it was merged still finds it.</summary>
    public required string Id { get; init; }

    /// <summary>The headline, word for word, of the article that says best what all of them tell.</summary>
    public required string Name { get; init; }

    /// <summary>The first day, <c>2025-06-10</c>; null where no article has one.</summary>
    public required string? From { get; init; }

    /// <summary>The last day.</summary>
    public required string? To { get; init; }

    /// <summary>Places that most articles name, most first.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Parties that speak in most articles, most first.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>How many articles.</summary>
    public required long Articles { get; init; }

    /// <summary>How many named outlets.</summary>
    public required long Outlets { get; init; }

    /// <summary>How many claims.</summary>
    public required long Claims { get; init; }

    /// <summary>Its articles in order of time, where they were asked for; else null.</summary>
    public IReadOnlyList<StoryArticleRow>? Members { get; init; }
}
