namespace Konon.Store.Grouping;

/// <summary>Which stories to list; the newest first.</summary>
public sealed record StoryQuery
{
    /// <summary>The most stories that a page has.</summary>
    public const int LongestPage = 1000;

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
