using Konon.Ledger.Search;

namespace Konon.Ledger.Listing;

/// <summary>An article as a listing shows it.</summary>
public sealed record ArticleRow
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>The id that the row had from which it was read.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The time of publication as it stands there.</summary>
    public string? Published { get; init; }

    /// <summary>The day of publication; empty where nothing says.</summary>
    public required string Day { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>How many claims.</summary>
    public required long Claims { get; init; }

    /// <summary>Of a search the words around what was sought; null where nothing was.</summary>
    public SearchSnippet? Snippet { get; init; }
}
