namespace Konon.Ledger.Listing;

/// <summary>One version of an article.</summary>
/// <param name="Id">The reading's id.</param>
/// <param name="Sha256">SHA-256 of the document.</param>
/// <param name="TextDigest">SHA-256 of title and text.</param>
/// <param name="Reader">The reader that read it so.</param>
/// <param name="Published">The time of publication as it stands there.</param>
/// <param name="Modified">The time of the last change as it stands there.</param>
/// <param name="IsCurrent">Whether it is what the article says now.</param>
/// <param name="SupersededBy">The id of the reading that stands in its place; null where none does.</param>
public sealed record ArticleVersion(
    string Id, string Sha256, string TextDigest, string Reader, string? Published, string? Modified, bool IsCurrent, string? SupersededBy);

/// <summary>One time that a document of an article was seen.</summary>
/// <param name="Input">Where: a file, a row, an address.</param>
/// <param name="Sha256">SHA-256 of the document.</param>
/// <param name="SeenAt">When it was read in.</param>
/// <param name="FetchedAt">When it was fetched; null where it was not fetched.</param>
public sealed record ArticleSighting(string Input, string Sha256, DateTimeOffset SeenAt, DateTimeOffset? FetchedAt);
