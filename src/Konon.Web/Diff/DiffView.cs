using Konon.Ledger.Revisions;
using Konon.Store.Versions;
using Konon.Views;

namespace Konon.Web.Diff;

/// <summary>Two versions of an article and what changed between them, as <c>konon diff</c> finds it.</summary>
public sealed record DiffView
{
    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>All versions, the oldest first.</summary>
    public required IReadOnlyList<ArticleVersion> Versions { get; init; }

    /// <summary>The older of the two.</summary>
    public required ArticleVersion From { get; init; }

    /// <summary>The newer.</summary>
    public required ArticleVersion To { get; init; }

    /// <summary>What changed; null where different readers read them, so that nothing can be said.</summary>
    public required Revision? Revision { get; init; }

    /// <summary>Sets two versions against each other.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="versions">Its versions, the oldest first.</param>
    /// <param name="from">The number of the older one; null for the one before the newer.</param>
    /// <param name="to">The number of the newer one; null for the last.</param>
    /// <returns>Null where there is no such version.</returns>
    public static DiffView? Of(string article, IReadOnlyList<ArticleVersion> versions, int? from, int? to)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0) return null;
        var last = to ?? versions[^1].Number;
        var first = from ?? Math.Max(1, last - 1);
        var newer = versions.LastOrDefault(version => version.Number == last);
        var older = versions.FirstOrDefault(version => version.Number == first);
        if (newer is null || older is null || first > last) return null;
        var between = versions.SkipWhile(version => version != older).Skip(1).TakeWhile(version => version != newer);
        var isKnown = newer == older || !between.Append(newer).Any(version => version.Change == VersionChange.Unknown);
        return new DiffView
        {
            Article = article,
            Versions = versions,
            From = older,
            To = newer,
            Revision = isKnown ? RevisionFinder.Compare(older.Reading, newer.Reading) : null,
        };
    }

    /// <summary>The changed words with some around them.</summary>
    internal IEnumerable<IReadOnlyList<WordPiece>> Snippets =>
        Revision is null ? [] : WordSnippets.Of(From.Reading.Article.Text, To.Reading.Article.Text, Revision.Words);
}
