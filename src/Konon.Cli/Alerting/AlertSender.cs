using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konon.Fetch;
using Konon.Store.Alerts;

namespace Konon.Cli.Alerting;

/// <summary>Signs messages and sends them.</summary>
internal sealed class AlertSender(Fetcher fetcher, TimeProvider time)
{
    /// <summary>Sends a message once, with the retries of the client.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="secret">What it is signed with.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<AlertAttempt> SendAsync(string address, string secret, string id, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var begun = time.GetTimestamp();
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var result = await fetcher.PostAsync(
            new PostRequest(address, body, "application/json")
            {
                Headers =
                [
                    new("Konon-Event", id),
                    new("Konon-Timestamp", stamp),
                    new("Konon-Signature", "v1=" + Sign(secret, stamp, body.Span)),
                ],
            },
            cancel);
        return new AlertAttempt(at, time.GetElapsedTime(begun), result.Status, result.Words, result.RetryAfter);
    }

    /// <summary>HMAC-SHA256, under the secret's letters, of the time, a point and the body; hexadecimal.</summary>
    public static string Sign(string secret, string stamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(stamp + "."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
