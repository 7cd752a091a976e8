using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Konon.Bytes;
using Konon.Ledger;

namespace Konon.Queue;

/// <summary>A document on its way to a worker: where it was seen, what was said of it, and the digest under which its bytes are
/// kept.</summary>
/// <remarks>
/// JSON, some 300 bytes for a page. The bytes never travel along: they must be kept before the ledger has a row of them, so whoever sends
/// the message keeps them, and reading them back took 1.3 ms of processor beside the 20 of reading and keeping the page (docs/queue.md).
/// docs/formats/queue.md lists the fields.
/// </remarks>
public sealed record DocumentMessage
{
    /// <summary>The version that is written; others are refused.</summary>
    public const int Version = 1;

    /// <summary>The longest label that travels along, in bytes; a longer one, such as a row's with a book in it, is kept beside the
    /// bytes.</summary>
    public const int LongestLabel = 32 * 1024;

    /// <summary>Where the document was seen, as the user named it.</summary>
    public required string Input { get; init; }

    /// <summary>The digest of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The run that saw it.</summary>
    public required long Run { get; init; }

    /// <summary>When the bytes were fetched, in milliseconds since 1970, UTC; null where nobody fetched them.</summary>
    public long? FetchedAt { get; init; }

    /// <summary>When it was sent first, in milliseconds since 1970, UTC.</summary>
    public long SentAt { get; init; }

    /// <summary>What <see cref="DocumentLabel"/> wrote; empty where it is kept apart.</summary>
    public ReadOnlyMemory<byte> Label { get; init; }

    /// <summary>The digest of a label that is kept apart; null where it travels along.</summary>
    public string? LabelDigest { get; init; }

    /// <summary>What is hashed to choose the queue: the address as far as it is known before reading, else the digest.</summary>
    public static string KeyOf(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return (document.Row?.Url ?? document.Page?.Url ?? document.Delivery?.Url) is { Length: > 0 } url ? Address.Normal(url)
            : document.Sha256;
    }

    /// <summary>A short name for people: the digest's first 12 digits and a mark of the input, so that one page seen twice is two
    /// messages.</summary>
    public string Id => Sha256[..Math.Min(12, Sha256.Length)] + "-" + ContentId.Of(Input, Run.ToString(CultureInfo.InvariantCulture))[..4];

    /// <summary>Writes the message.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v"u8, Version);
            json.WriteString("input"u8, Input);
            json.WriteString("sha256"u8, Sha256);
            json.WriteNumber("run"u8, Run);
            json.WriteNumber("sent_at"u8, SentAt);
            if (FetchedAt is { } fetched) json.WriteNumber("fetched_at"u8, fetched);
            if (LabelDigest is not null) json.WriteString("label_sha256"u8, LabelDigest);
            // As bytes, not as JSON within JSON: its digest is part of what the ledger knows it by.
            else if (!Label.IsEmpty) json.WriteBase64String("label"u8, Label.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such message, or one of another version.</exception>
    public static DocumentMessage Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var version = root.GetProperty("v"u8).GetInt32();
            if (version != Version) throw new FormatException($"a message of version {version}; this konon reads version {Version}");
            return new DocumentMessage
            {
                Input = Text(root, "input") ?? throw new FormatException("no message of konon: the input is missing"),
                Sha256 = Text(root, "sha256") is { } digest && IsDigest(digest) ? digest
                    : throw new FormatException("no message of konon: no digest"),
                Run = root.GetProperty("run"u8).GetInt64(),
                SentAt = Number(root, "sent_at") ?? 0,
                FetchedAt = Number(root, "fetched_at"),
                LabelDigest = Text(root, "label_sha256") is not { } label || IsDigest(label) ? Text(root, "label_sha256")
                    : throw new FormatException("no message of konon: no digest"),
                Label = root.TryGetProperty("label"u8, out var bytes) ? bytes.GetBytesFromBase64() : default,
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("no message of konon: " + fault.Message, fault);
        }
    }

    /// <summary>The document as it was when it was sent.</summary>
    /// <param name="bytes">The bytes of <see cref="Sha256"/>.</param>
    /// <param name="label">The label, wherever it was.</param>
    /// <exception cref="FormatException">The label is none.</exception>
    public Document ToDocument(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> label)
    {
        try
        {
            var document = DocumentLabel.Read(Input, Sha256, bytes, label);
            return document.Delivery is { } delivery && FetchedAt is { } at
                ? document with { Delivery = delivery with { FetchedAt = DateTimeOffset.FromUnixTimeMilliseconds(at) } }
                : document;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("no label of a document: " + fault.Message, fault);
        }
    }

    private static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long? Number(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
