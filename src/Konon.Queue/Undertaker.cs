using Microsoft.Extensions.Logging;

namespace Konon.Queue;

/// <summary>Puts messages that cannot be done aside, with the reason, where people find them.</summary>
internal sealed class Undertaker(Outbox outbox, QueueNames names, string worker, ILogger log, WorkCounts counts, TimeProvider time)
{
    /// <summary>The header that says why.</summary>
    public const string Reason = "konon-reason";

    /// <summary>The header that says when, in milliseconds since 1970, UTC.</summary>
    public const string At = "konon-dead-at";

    /// <summary>The header that says who could not.</summary>
    public const string Worker = "konon-worker";

    /// <summary>Puts it aside; the message is acknowledged when the broker has it there.</summary>
    public async Task BuryAsync(Delivered delivered, DocumentMessage? message, string reason, bool isRefused, CancellationToken cancel)
    {
        log.Died(message?.Sha256 ?? "?", message?.Input ?? "?", reason);
        var headers = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [Reason] = reason,
            [At] = time.GetUtcNow().ToUnixTimeMilliseconds(),
            [Worker] = worker,
        };
        await outbox.SendAsync(new OutMessage(names.Dead, "", message?.Id ?? "?", delivered.Body, headers), cancel);
        await delivered.AckAsync();
        counts.Leave(isRefused ? "refused" : "dead");
    }
}
