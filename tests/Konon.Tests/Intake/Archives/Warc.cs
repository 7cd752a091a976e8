using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Konon.Tests.Intake.Archives;

/// <summary>Makes web archives for tests.</summary>
internal static class Warc
{
    public static byte[] Info => Record("warcinfo", null, "application/warc-fields", "software: test\r\n"u8.ToArray());

    public static byte[] Request(string url) => Record("request", url, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray());

    /// <summary>A response with a page.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="body">Its body.</param>
    /// <param name="head">Its head without the status line, with line ends.</param>
    /// <param name="status">Its status.</param>
    public static byte[] Response(string url, string body, string head = "Content-Type: text/html; charset=utf-8\r\n", int status = 200) =>
        Response(url, Encoding.UTF8.GetBytes(body), head, status);

    public static byte[] Response(string url, byte[] body, string head, int status = 200) =>
        Record("response", url, "application/http; msgtype=response", Join(Encoding.Latin1.GetBytes(Invariant($"HTTP/1.1 {status} OK\r\n{head}\r\n")), body));

    public static byte[] Record(string type, string? url, string contentType, byte[] content, int wrongBy = 0)
    {
        var target = url is null ? "" : $"WARC-Target-URI: {url}\r\n";
        var head = Invariant($"WARC/1.0\r\nWARC-Type: {type}\r\n{target}WARC-Date: 2025-03-03T04:05:06Z\r\nContent-Type: {contentType}\r\nContent-Length: {content.Length + wrongBy}\r\n\r\n");
        return Join(Encoding.UTF8.GetBytes(head), content, "\r\n\r\n"u8.ToArray());
    }

    public static byte[] Pack(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
