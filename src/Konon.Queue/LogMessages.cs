using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Everything that the queue writes to a log. Articles go by their ids, documents by their digests; words of articles
/// never.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "the broker at {Broker} cannot be reached: {Fault}")]
    public static partial void BrokerUnreachable(this ILogger log, string broker, string fault);

    [LoggerMessage(2, LogLevel.Warning, "message {Id} to {Exchange} not confirmed, sent again: {Fault}")]
    public static partial void NotSent(this ILogger log, string exchange, string id, string fault);

    [LoggerMessage(3, LogLevel.Information, "at the queue of {Broker}")]
    public static partial void AtWork(this ILogger log, string broker);

    [LoggerMessage(4, LogLevel.Warning, "left the broker: {Fault}")]
    public static partial void LeftBroker(this ILogger log, string fault);

    [LoggerMessage(5, LogLevel.Warning, "the ledger cannot be used, waiting: {Fault}")]
    public static partial void LedgerUnreachable(this ILogger log, string fault);

    [LoggerMessage(6, LogLevel.Information, "kept {Count} documents in {Milliseconds} ms")]
    public static partial void Kept(this ILogger log, int count, long milliseconds);

    [LoggerMessage(7, LogLevel.Warning, "document {Sha256} of {Input} is dead: {Reason}")]
    public static partial void Died(this ILogger log, string sha256, string input, string reason);

    [LoggerMessage(8, LogLevel.Warning, "document {Id} came back {Times} times and is read alone from now on")]
    public static partial void Suspected(this ILogger log, string id, long times);

    [LoggerMessage(9, LogLevel.Information, "stories settled in {Milliseconds} ms, {Notes} notes")]
    public static partial void Settled(this ILogger log, long milliseconds, int notes);

    [LoggerMessage(10, LogLevel.Information, "told to end: {InHand} documents in hand are ended first")]
    public static partial void Ending(this ILogger log, int inHand);

    [LoggerMessage(11, LogLevel.Information, "ended")]
    public static partial void Ended(this ILogger log);

    [LoggerMessage(12, LogLevel.Debug, "steps back from {Queue}: holds {Active} of {Shards} queues among {Workers} workers")]
    public static partial void SteppedBack(this ILogger log, string queue, int active, int shards, long workers);

    [LoggerMessage(13, LogLevel.Information, "document {Sha256} of {Input} was forgotten by a person and is not read")]
    public static partial void Forgotten(this ILogger log, string sha256, string input);

    [LoggerMessage(14, LogLevel.Error, "a batch of {Count} documents could not be kept together, each is tried alone: {Fault}")]
    public static partial void BatchFailed(this ILogger log, int count, string fault);

    [LoggerMessage(15, LogLevel.Debug, "article {Article} read from document {Sha256} of {Input} is kept")]
    public static partial void ArticleKept(this ILogger log, string article, string sha256, string input);

    [LoggerMessage(16, LogLevel.Debug, "document {Sha256} of {Input} was known; that it was seen is kept")]
    public static partial void SightingKept(this ILogger log, string sha256, string input);
}
