using System.Text;
using System.Text.Unicode;

namespace Konon.Bytes;

/// <summary>Turns bytes into characters: UTF-8, UTF-16, UTF-32 and Windows-1252, told apart by the bytes alone.</summary>
/// <remarks>
/// Linear in the bytes. Whatever comes, it decodes or refuses; it never throws. Bytes that no encoding explains become
/// U+FFFD, and are counted.
/// </remarks>
public static class TextDecoder
{
    // As many bytes as a page's head: enough to tell UTF-16 and binaries, cheap beside the decoding itself.
    private const int SampleLength = 8192;

    // Five bytes have no character in Windows-1252; þ and ÿ hardly ever stand in a text and often in broken ones.
    private static readonly byte[] NeverWindows = [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF];

    private static readonly byte[][] BinaryHeads =
    [
        [0x1F, 0x8B], "%PDF-"u8.ToArray(), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
        "GIF8"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [0x7F, 0x45, 0x4C, 0x46], "RIFF"u8.ToArray(),
        "SQLite format 3"u8.ToArray(), [0x37, 0x7A, 0xBC, 0xAF], "BZh9"u8.ToArray(), [0xFD, 0x37, 0x7A, 0x58, 0x5A],
        [0xD0, 0xCF, 0x11, 0xE0],
    ];

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes <paramref name="bytes"/>.</summary>
    /// <param name="bytes">The document's bytes.</param>
    /// <param name="decoded">The characters; null when refused.</param>
    /// <returns>Why the bytes are not text; null when they are.</returns>
    public static DecodeRefusal? TryDecode(ReadOnlySpan<byte> bytes, out DecodedText? decoded)
    {
        decoded = null;
        if (bytes.IsEmpty) return DecodeRefusal.Empty;
        if (IsBinaryHead(bytes)) return DecodeRefusal.Binary;

        var (wide, skip) = WideEncoding(bytes);
        if (wide is not null)
        {
            decoded = Decode(bytes[skip..], wide);
        }
        else
        {
            if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            if (bytes.IsEmpty) return DecodeRefusal.Empty;
            if (LooksBinary(bytes)) return DecodeRefusal.Binary;
            decoded = Decode(bytes, Utf8.IsValid(bytes) || !LooksLikeWindows(bytes) ? Encoding.UTF8 : Windows1252);
        }

        if (decoded.Text.Length == 0) return Refuse(DecodeRefusal.Empty, out decoded);
        return wide is not null && LooksBinary(decoded.Text) ? Refuse(DecodeRefusal.Binary, out decoded) : null;
    }

    private static DecodeRefusal Refuse(DecodeRefusal reason, out DecodedText? decoded)
    {
        decoded = null;
        return reason;
    }

    private static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        // A replacement character that the source itself holds is counted too: either way words are missing there.
        return new DecodedText(text, encoding.WebName, text.AsSpan().Count('\uFFFD'));
    }

    private static bool IsBinaryHead(ReadOnlySpan<byte> bytes)
    {
        foreach (var head in BinaryHeads)
        {
            if (bytes.StartsWith(head)) return true;
        }

        return false;
    }

    /// <summary>UTF-16 or UTF-32 by its mark, or UTF-16 without one by where the zeros stand.</summary>
    private static (Encoding? Encoding, int Skip) WideEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (Encoding.UTF32, 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return (null, 0);

        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }

        // Latin letters in UTF-16 leave every second byte zero, and no others; binaries have zeros in both places.
        var pairs = sample.Length / 2;
        if (odd > pairs / 2 && even <= pairs / 50) return (Encoding.Unicode, 0);
        return even > pairs / 2 && odd <= pairs / 50 ? (Encoding.BigEndianUnicode, 0) : (null, 0);
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return true;
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        var controls = 0;
        foreach (var value in sample)
        {
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D or 0x1A or 0x1B)) controls++;
        }

        return controls * 20 > sample.Length;
    }

    private static bool LooksBinary(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        return sample.Contains('\0') || sample.Count('\uFFFD') * 4 > sample.Length;
    }

    /// <summary>Whether bytes that are no UTF-8 read well as Windows-1252.</summary>
    /// <remarks>
    /// Western punctuation stands alone, accented letters stand beside letters, and a broken UTF-8 text shows itself
    /// by sequences that are whole: one that is whole outweighs one that is not.
    /// </remarks>
    private static bool LooksLikeWindows(ReadOnlySpan<byte> bytes)
    {
        var (whole, good, bad) = (0, 0, 0);
        for (var i = 0; i < bytes.Length;)
        {
            var value = bytes[i];
            if (value < 0x80)
            {
                i++;
                continue;
            }

            var length = Rune.DecodeFromUtf8(bytes[i..], out _, out var consumed) == System.Buffers.OperationStatus.Done
                ? consumed
                : 0;
            if (length > 1)
            {
                whole++;
                i += length;
                continue;
            }

            if (IsPlausibleWindows(bytes, i)) good++;
            else bad++;
            i++;
        }

        return good > 0 && whole < good && bad * 20 <= good;
    }

    private static bool IsPlausibleWindows(ReadOnlySpan<byte> bytes, int at)
    {
        var value = bytes[at];
        if (NeverWindows.AsSpan().Contains(value)) return false;
        if (value < 0xC0) return at == 0 || bytes[at - 1] < 0x80 || bytes[at - 1] < 0xC0;
        return (at > 0 && char.IsAsciiLetter((char)bytes[at - 1]))
            || (at + 1 < bytes.Length && char.IsAsciiLetter((char)bytes[at + 1]));
    }
}
