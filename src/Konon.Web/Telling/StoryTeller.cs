using System.Security.Cryptography;
using System.Text;
using Konon.Claims;
using Konon.Ledger.Listing;
using Konon.Store;
using Konon.Stories;

namespace Konon.Web.Telling;

/// <summary>Tells a story of the ledger in full: its readings as people left them, set side by side.</summary>
internal static class StoryTeller
{
    /// <summary>How many reports of a story are told, the earliest.</summary>
    public const int MostReports = 1000;

    /// <summary>The view; a story of a thousand reports takes about a second.</summary>
    public static StoryView Tell(LedgerStore store, StoryRow row)
    {
        var reviews = store.Reviews();
        var articles = new Dictionary<Reading, string>(ReferenceEqualityComparer.Instance);
        var claims = new Dictionary<Claim, string>(ReferenceEqualityComparer.Instance);
        foreach (var stored in store.StoryReadings(row.Id, MostReports))
        {
            var effective = reviews.Effective(stored);
            for (var i = 0; i < effective.Claims.Count; i++) claims[effective.Reading.Claims[i]] = effective.Claims[i].Id;
            articles.Add(effective.WithoutRejected(), stored.Article);
        }

        return new StoryView(row, store.RevisedArticles(row.Id), StoryBuilder.Build(articles.Keys), articles, claims);
    }

    /// <summary>A digest over the documents of a story, for whoever cites it: SHA-256 of their digests, sorted, one a line.</summary>
    public static string Digest(Story story)
    {
        var lines = story.Reports.Select(report => report.Article.Sha256).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
