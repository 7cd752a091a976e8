using Konon.Ledger.Revisions;
using Konon.Views;

namespace Konon.Store.Versions;

/// <summary>Sets two versions of an article side by side.</summary>
public static class VersionPair
{
    /// <summary>What changed from one version to another.</summary>
    /// <param name="article">What the article is to be called.</param>
    /// <param name="versions">Its versions, the oldest first; at least one.</param>
    /// <param name="from">The number of the older one; null for the one before the newer.</param>
    /// <param name="to">The number of the newer one; null for the last.</param>
    /// <param name="page">The change; null where refused.</param>
    /// <returns>Why they are not compared; null where they are.</returns>
    public static VersionRefusal? TryCompare(string article, IReadOnlyList<ArticleVersion> versions, int? from, int? to,
        out RevisionPage? page)
    {
        ArgumentNullException.ThrowIfNull(versions);
        page = null;
        var last = to ?? versions[^1].Number;
        var first = from ?? (last > 1 ? last - 1 : 1);
        var newer = versions.LastOrDefault(version => version.Number == last);
        var older = versions.FirstOrDefault(version => version.Number == first);
        if (older is null || newer is null) return VersionRefusal.NoSuchVersion;
        var between = versions.SkipWhile(version => version != older).TakeWhile(version => version != newer).Append(newer);
        if (between.Any(version => version.Change == VersionChange.Unknown)) return VersionRefusal.NotComparable;
        page = new RevisionPage
        {
            Article = article,
            Title = newer.Reading.Article.Title,
            From = new VersionLabel(older.Number, older.FirstSeen, older.Sha256),
            To = new VersionLabel(newer.Number, newer.FirstSeen, newer.Sha256),
            Before = older.Reading.Article.Text,
            After = newer.Reading.Article.Text,
            Revision = RevisionFinder.Compare(older.Reading, newer.Reading),
        };
        return null;
    }
}

/// <summary>Why two versions are not compared.</summary>
public enum VersionRefusal
{
    /// <summary>The article has no version of that number.</summary>
    NoSuchVersion,

    /// <summary>Different versions of Konon read them, and the bytes to read both alike are gone.</summary>
    NotComparable,
}
