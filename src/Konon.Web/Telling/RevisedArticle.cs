using Konon.Store.Versions;

namespace Konon.Web.Telling;

/// <summary>An article that stood at its address in more than one wording.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Versions">Its versions, the oldest first; at least one.</param>
public sealed record RevisedArticle(string Id, IReadOnlyList<ArticleVersion> Versions)
{
    /// <summary>What it says now, or said last.</summary>
    public ArticleVersion Last => Versions[^1];

    /// <summary>The versions with other words than the one before.</summary>
    public IEnumerable<ArticleVersion> Edits => Versions.Where(
        version => version.Change is not (VersionChange.First or VersionChange.OnlyFurniture));
}
