using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Konon.Journeys.Fetching;

/// <summary>Web archives for journeys.</summary>
internal static class Archive
{
    /// <summary>An archive with one page at an offset, and nothing but a record of another kind before it.</summary>
    public static byte[] OfOnePage(int at)
    {
        var info = Pack("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
        return [.. info, .. new byte[at - info.Length], .. Page("https://warta.example/1", "Feri Tenggelam", "Tiga orang tewas, kata Kepala BPBD Rina Astuti.")];
    }

    /// <summary>One page as a member of its own.</summary>
    public static byte[] Page(string url, string title, string text)
    {
        var html = $"<!doctype html><html lang=id><title>{title}</title><article><h1>{title}</h1><p>{text}</p></article></html>";
        var http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
        var length = Encoding.UTF8.GetByteCount(http).ToString(CultureInfo.InvariantCulture);
        return Pack($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-03T04:05:06Z\r\n"
            + $"Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n{http}\r\n\r\n");
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
