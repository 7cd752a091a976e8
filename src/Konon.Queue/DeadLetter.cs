using System.Globalization;
using System.Text;
using Konon.Bytes;

namespace Konon.Queue;

/// <summary>A message that could not be done, put aside for people.</summary>
public sealed record DeadLetter
{
    /// <summary>Its short name, by which it is shown and retried.</summary>
    public required string Id { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When; null where nobody wrote it down.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Which worker could not; null where the broker itself put it aside.</summary>
    public string? Worker { get; init; }

    /// <summary>What it is about; null where it is no message of Konon.</summary>
    public DocumentMessage? Message { get; init; }

    /// <summary>The message as it came.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Reads one off the queue of the dead.</summary>
    internal static DeadLetter Of(ReadOnlyMemory<byte> body, IDictionary<string, object?>? headers)
    {
        var message = TryParse(body);
        return new DeadLetter
        {
            Id = message?.Id ?? DocumentDigest.Of(body.Span)[..12] + "-?",
            Reason = Text(headers, Undertaker.Reason) ?? BrokersReason(headers),
            At = Number(headers, Undertaker.At) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : BrokersTime(headers),
            Worker = Text(headers, Undertaker.Worker),
            Message = message,
            Body = body,
        };
    }

    private static DocumentMessage? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return DocumentMessage.Parse(body);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // What the broker says of those that it put aside itself: https://www.rabbitmq.com/docs/dlx#effects
    private static string BrokersReason(IDictionary<string, object?>? headers) =>
        Text(headers, "x-first-death-reason") is not { } reason ? "nobody says why"
        : reason == "delivery_limit" ? "each worker that read it was lost, also when it was read alone"
        : reason;

    private static DateTimeOffset? BrokersTime(IDictionary<string, object?>? headers) =>
        headers?.TryGetValue("x-death", out var deaths) == true && deaths is IList<object> { Count: > 0 } list
            && list[0] is IDictionary<string, object> first && first.TryGetValue("time", out var time)
                && time is RabbitMQ.Client.AmqpTimestamp at
            ? DateTimeOffset.FromUnixTimeSeconds(at.UnixTime)
            : null;

    private static string? Text(IDictionary<string, object?>? headers, string name) =>
        headers?.TryGetValue(name, out var value) != true ? null : value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value as string;

    private static long? Number(IDictionary<string, object?>? headers, string name) =>
        headers?.TryGetValue(name, out var value) == true && value is not null ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;
}
