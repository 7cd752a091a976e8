using Konon.Store.Versions;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>The versions of an article, the oldest first; empty where nothing is called so.</summary>
    /// <param name="name">The article's id, its address, a row's id, a document's digest or an input.</param>
    public IReadOnlyList<ArticleVersion> Versions(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Use(connection => ArticleFinder.Find(connection, null, name) is { } article ? new VersionReader(connection, Documents).Of(article) : []);
    }
}
