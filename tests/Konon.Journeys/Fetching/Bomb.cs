using System.IO.Compression;

namespace Konon.Journeys.Fetching;

/// <summary>Zeros without end, packed a thousand to one.</summary>
internal static class Bomb
{
    // Each piece ends on a byte, so that it can be sent again and again: 1 MB of zeros in 1 KB.
    private static readonly byte[] Head = Packed(2);
    private static readonly byte[] Piece = Packed(3)[Packed(2).Length..];

    /// <summary>Sends so many megabytes of zeros as gzip: about a kilobyte for each.</summary>
    public static async Task SendAsync(Stream body, int megabytes, CancellationToken cancel)
    {
        await body.WriteAsync(Head, cancel);
        for (var sent = 2; sent < megabytes; sent++) await body.WriteAsync(Piece, cancel);
    }

    private static byte[] Packed(int megabytes)
    {
        using var packed = new MemoryStream();
        using var gzip = new GZipStream(packed, CompressionLevel.Optimal);
        for (var i = 0; i < megabytes; i++)
        {
            gzip.Write(new byte[1 << 20]);
            gzip.Flush();
        }

        return packed.ToArray();
    }
}
