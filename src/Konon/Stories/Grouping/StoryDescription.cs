namespace Konon.Stories.Grouping;

/// <summary>What a story is called and where and when it is told.</summary>
public sealed record StoryDescription
{
    /// <summary>The headline, word for word, of the article that says best what all of them tell; the story's first key when none has one.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the article whose headline names the story.</summary>
    public required string NamedBy { get; init; }

    /// <summary>The earliest time of an article; null when none has one.</summary>
    public required DateTime? From { get; init; }

    /// <summary>The latest time of an article; null when none has one.</summary>
    public required DateTime? To { get; init; }

    /// <summary>The places that most articles name, most first.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>The parties that speak in most articles, most first; ISO 3166 alpha-2 for a state.</summary>
    public required IReadOnlyList<string> Parties { get; init; }
}
