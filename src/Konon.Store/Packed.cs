using System.IO.Compression;

namespace Konon.Store;

/// <summary>Packs records for the database and unpacks them (raw deflate, RFC 1951).</summary>
internal static class Packed
{
    // A record is made of an article, which intake bounds; what claims to unpack to more is damaged.
    private const int MostBytes = 1 << 30;

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream((bytes.Length / 2) + 64);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>What was packed.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        using var bytes = new MemoryStream(packed.Length * 3);
        var buffer = new byte[1 << 14];
        for (int read; (read = deflate.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > MostBytes) throw new InvalidDataException("a record unpacks to more than any article has");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
