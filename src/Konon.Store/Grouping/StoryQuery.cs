namespace Konon.Store.Grouping;

/// <summary>Which stories to list; the newest first.</summary>
public sealed record StoryQuery
{
    /// <summary>Stories that end on or after this day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Stories that begin on or before this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Stories with at least so many articles; 1 lists all.</summary>
    public int Least { get; init; } = 1;

    /// <summary>Stories whose name or places hold these letters, in any case; null takes all.</summary>
    public string? Words { get; init; }

    /// <summary>How many, 1 to 1,000; 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where to go on: what the page before gave; null begins.</summary>
    public string? Cursor { get; init; }
}

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
}

/// <summary>A page of stories.</summary>
/// <param name="Stories">The stories.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record StoryPage(IReadOnlyList<StoryRow> Stories, string? Next);

/// <summary>An article of a story.</summary>
public sealed record StoryArticleRow
{
    /// <summary>16 hexadecimal digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>The row's own id; null where it had none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, as precisely as is known.</summary>
    public string? Published { get; init; }
}
