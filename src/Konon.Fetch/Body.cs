using System.IO.Compression;

namespace Konon.Fetch;

/// <summary>How much of a body is taken.</summary>
/// <param name="Wire">The most bytes as sent.</param>
/// <param name="Unpacked">The most bytes as unpacked.</param>
/// <param name="Cut">Whether a body with more is cut there; else it is refused.</param>
internal readonly record struct BodyLimits(long Wire, int Unpacked, bool Cut);

/// <summary>Reads bodies to their end or to their limit, unpacking what is packed.</summary>
internal static class Body
{
    // One layer is the rule and two are a misconfigured proxy; more are a trap.
    private const int MostLayers = 2;
    private const int BufferLength = 1 << 16;

    /// <summary>The body, unpacked.</summary>
    /// <param name="wire">The body as sent; not disposed.</param>
    /// <param name="encodings">The Content-Encoding values, in the order in which they were applied.</param>
    /// <param name="limits">How much is taken.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="FetchFault">The body is too large or packed in an unknown way.</exception>
    /// <exception cref="InvalidDataException">The body is not packed as it says.</exception>
    public static async Task<byte[]> ReadAsync(WireStream wire, IEnumerable<string> encodings, BodyLimits limits, CancellationToken cancel)
    {
        Stream stream = wire;
        var layers = 0;
        foreach (var encoding in encodings.Reverse())
        {
            if (string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)) continue;
            if (++layers > MostLayers) throw new FetchFault(FetchRefusal.UnknownEncoding);
            stream = await UnpackedAsync(stream, encoding, layers == 1 ? wire : null);
        }

        var tooLarge = layers == 0 ? FetchRefusal.TooLarge : FetchRefusal.UnpacksTooLarge;
        using var whole = new MemoryStream();
        var buffer = new byte[BufferLength];
        int read;
        while ((read = await ReadPieceAsync(stream, buffer, cancel)) > 0)
        {
            var room = limits.Unpacked - (int)whole.Length;
            if (read > room && !limits.Cut) throw new FetchFault(tooLarge);
            whole.Write(buffer, 0, Math.Min(read, room));
            if (read >= room && limits.Cut) break;
        }

        return whole.ToArray();
    }

    private static async ValueTask<int> ReadPieceAsync(Stream stream, Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancel);
        }
        catch (InvalidOperationException fault) when (stream is BrotliStream)
        {
            // What the other two call invalid data.
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static async Task<Stream> UnpackedAsync(Stream packed, string encoding, WireStream? wire)
    {
        switch (encoding.ToUpperInvariant())
        {
            case "GZIP" or "X-GZIP":
                return new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            case "BR":
                return new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true);
            case "DEFLATE":
                // Meant is zlib's format, sent is often the naked one; the first two bytes tell them apart.
                var head = wire is null ? ReadOnlyMemory<byte>.Empty : await wire.PeekAsync(2);
                return head.Length == 2 && !IsZlib(head.Span)
                    ? new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true)
                    : new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            default:
                throw new FetchFault(FetchRefusal.UnknownEncoding);
        }
    }

    private static bool IsZlib(ReadOnlySpan<byte> head) => (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
}
