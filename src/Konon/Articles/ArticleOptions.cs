namespace Konon.Articles;

/// <summary>What a reading of one document may be told.</summary>
public sealed record ArticleOptions
{
    /// <summary>The defaults.</summary>
    public static ArticleOptions Default { get; } = new();

    /// <summary>The most bytes of text that one article may have; 64 MB.</summary>
    public int MaxTextBytes { get; init; } = 64 * 1024 * 1024;
}
