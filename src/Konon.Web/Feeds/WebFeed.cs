namespace Konon.Web.Feeds;

/// <summary>A feed as plain data; a writer makes Atom or JSON Feed of it.</summary>
internal sealed record WebFeed
{
    /// <summary>A URN that is the feed's for good.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The page that shows the same, on this server: a path.</summary>
    public required string Page { get; init; }

    /// <summary>The language of the words around the articles' own; ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>The entries, what changed last first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>When an entry changed last; for a feed without entries the start of 1970, so that it does not move.</summary>
    public DateTimeOffset Updated => Entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
}

/// <summary>An entry of a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>A URN that is the entry's for good.</summary>
    public required string Id { get; init; }

    /// <summary>Its headline.</summary>
    public required string Title { get; init; }

    /// <summary>The page that shows it, on this server: a path.</summary>
    public required string Page { get; init; }

    /// <summary>The outlet's own page; null where the article has no address that a browser may follow.</summary>
    public string? Source { get; init; }

    /// <summary>The outlet; null where it is not known.</summary>
    public string? Author { get; init; }

    /// <summary>When what it says came to be known; nothing else moves it.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>What it says, a paragraph each.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }
}
