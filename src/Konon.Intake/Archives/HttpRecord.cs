using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Konon.Intake.Archives;

/// <summary>A web server's answer as an archive keeps it, taken apart: is it a page, and which bytes are it?</summary>
internal static class HttpRecord
{
    private const int LongestHead = 1 << 17;

    /// <summary>The page inside a response record.</summary>
    /// <param name="content">The record's content: status line, head, body.</param>
    /// <param name="limit">The most bytes that the body may unpack to.</param>
    /// <param name="page">The body, unpacked, and its Content-Type as written; null where there is none.</param>
    /// <returns>What is wrong with it; null where nothing is, also where it is no page (another status, another type).</returns>
    public static IntakeRefusal? TryRead(ReadOnlyMemory<byte> content, int limit, out (ReadOnlyMemory<byte> Bytes, string ContentType)? page)
    {
        page = null;
        var (end, skip) = WarcHeader.End(content.Span[..Math.Min(content.Length, LongestHead)]);
        if (end < 0) return IntakeRefusal.RecordDamaged;
        var head = Head.Parse(Encoding.Latin1.GetString(content.Span[..end]));
        if (head is null) return IntakeRefusal.RecordDamaged;
        if (head.Status != 200 || !IsHtml(head.ContentType)) return null;
        var body = content[(end + skip)..];
        if (head.IsChunked) body = Unchunked(body);
        foreach (var encoding in head.Encodings.Reverse())
        {
            if (Unpack(body, encoding, limit, out body) is { } refusal) return refusal;
        }

        page = (body, head.ContentType);
        return null;
    }

    private static bool IsHtml(string contentType) =>
        contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The chunks joined; the body itself where it is not chunked although its head says so, as crawlers leave it.</summary>
    private static ReadOnlyMemory<byte> Unchunked(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream(body.Length);
        var rest = body.Span;
        while (true)
        {
            var line = rest.IndexOf((byte)'\n');
            if (line < 0 || !TryReadSize(rest[..line], out var size))
            {
                // Nothing joined yet: not chunked. Broken later on: what was read so far is what there is.
                return joined.Length == 0 ? body : joined.ToArray();
            }

            rest = rest[(line + 1)..];
            if (size == 0) return joined.ToArray();
            joined.Write(rest[..Math.Min(size, rest.Length)]);
            if (size >= rest.Length) return joined.ToArray();
            rest = rest[size..];
            if (rest is [(byte)'\r', ..]) rest = rest[1..];
            if (rest is [(byte)'\n', ..]) rest = rest[1..];
        }
    }

    private static bool TryReadSize(ReadOnlySpan<byte> line, out int size)
    {
        var end = line.IndexOfAny(" ;\r\t"u8);
        return int.TryParse(end < 0 ? line : line[..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size) && size >= 0;
    }

    private static IntakeRefusal? Unpack(ReadOnlyMemory<byte> body, string encoding, int limit, out ReadOnlyMemory<byte> unpacked)
    {
        // Common Crawl and others keep the body unpacked under the head it came with.
        unpacked = body;
        // It is part of an array, so nothing is copied.
        MemoryMarshal.TryGetArray(body, out var bytes);
        using var packed = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using Stream? stream = encoding switch
        {
            "GZIP" or "X-GZIP" when body.Span is [0x1F, 0x8B, ..] => new GZipStream(packed, CompressionMode.Decompress),
            "DEFLATE" when !LooksLikeHtml(body.Span) => Deflated(packed, body.Span),
            "BR" when !LooksLikeHtml(body.Span) => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null) return null;
        try
        {
            if (Whole.Read(stream, limit) is not { } whole) return IntakeRefusal.AboveLimit;
            unpacked = whole;
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            return IntakeRefusal.RecordDamaged;
        }
    }

    private static Stream Deflated(Stream packed, ReadOnlySpan<byte> head) =>
        head is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new DeflateStream(packed, CompressionMode.Decompress);

    private static bool LooksLikeHtml(ReadOnlySpan<byte> body) =>
        body.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']) is [(byte)'<', (byte)'!' or (byte)'?' or (byte)'-' or (>= (byte)'A' and <= (byte)'z'), ..];

    private sealed record Head(int Status, string ContentType, IReadOnlyList<string> Encodings, bool IsChunked)
    {
        public static Head? Parse(string lines)
        {
            if (!lines.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)) return null;
            var (status, type, chunked, first) = (0, string.Empty, false, true);
            var encodings = new List<string>();
            foreach (var line in lines.AsSpan().EnumerateLines())
            {
                if (first)
                {
                    first = false;
                    var code = line[(line.IndexOf(' ') + 1)..].TrimStart();
                    if (!int.TryParse(code[..Math.Min(3, code.Length)], NumberStyles.None, CultureInfo.InvariantCulture, out status)) return null;
                    continue;
                }

                var colon = line.IndexOf(':');
                if (colon < 0) continue;
                var value = line[(colon + 1)..].Trim().ToString();
                switch (line[..colon].Trim().ToString().ToUpperInvariant())
                {
                    case "CONTENT-TYPE": type = value; break;
                    case "TRANSFER-ENCODING": chunked = value.Contains("chunked", StringComparison.OrdinalIgnoreCase); break;
                    case "CONTENT-ENCODING":
                        encodings.AddRange(value.ToUpperInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                        break;
                }
            }

            return new Head(status, type, encodings.Count <= 2 ? encodings : encodings[..2], chunked);
        }
    }
}
