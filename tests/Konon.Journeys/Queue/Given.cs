using Konon.Articles;
using Konon.Bytes;
using Konon.Claims;
using Konon.Queue;
using Konon.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Konon.Journeys.Queue;

/// <summary>Workers within the test's own process.</summary>
internal static class Given
{
    /// <summary>A worker that tells of each document before it reads it.</summary>
    public static Worker Worker(QueueDesk desk, LedgerStore store, Action<Document> reading, int jobs = 2) => new(
        store,
        desk.Address,
        desk.Options,
        WorkerOptions.Default with { Jobs = jobs, LongestEnd = TimeSpan.FromMilliseconds(1) },
        document =>
        {
            reading(document);
            return Read(document);
        },
        NullLogger.Instance,
        TimeProvider.System);

    private static ReadOutcome Read(Document document) =>
        ArticleReader.TryRead(document, ArticleOptions.Default, out var article) is { } refusal
            ? new ReadOutcome(null, refusal.ToString(), [])
            : new ReadOutcome(ClaimFinder.Read(article!), null, [document]);
}
